import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { publishChange } from "@/lib/platform/db/notify";
import { isId } from "@/lib/shared/ids";
import { Refusal } from "@/lib/shared/refusal";
import { markReadRows } from "../drain-sql";

/**
 * A member has these occurrences before their eyes: sent or delivered becomes read, once, and never back (A8). Looking
 * through a member's eyes marks nothing (P15).
 * @throws Refusal `not_allowed` for anybody who is not a member.
 */
export async function markRead(ctx: TenantContext, occurrenceIds: readonly string[]): Promise<number> {
  if (ctx.actor.kind !== "member") throw new Refusal("not_allowed");
  const ids = occurrenceIds.filter(isId);
  if (ctx.actor.seenBy || ids.length === 0) return 0;
  const changed = await markReadRows(ctx.db, ctx.actor.memberId, ids, ctx.now);
  for (const { announcement_id } of changed) {
    publishChange({ tenantId: ctx.tenantId, subject: "announcement", id: announcement_id });
  }
  return changed.length;
}
