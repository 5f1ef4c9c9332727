import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { findHeir, type Place, promoteHeir } from "../succession-sql";
import { recordMembership } from "./admit";
import { unsafeTellHeir } from "./tell-heir";

/**
 * The way through the guard of the last admin (H4): as they go, their named successor takes over in the same transaction
 * and is told (H9). The caller holds the place and has found that its last admin is going.
 * @throws Refusal `last_admin` when nobody is named who could
 */
export async function unsafeHandOver(
  ctx: TenantContext,
  { name, ...place }: Place & { name: string },
  leavingId: string,
): Promise<void> {
  const memberId = await findHeir(ctx.db, place, leavingId);
  if (!memberId) throw new Refusal("last_admin", { name });
  const { communityId, groupId } = place;
  await promoteHeir(ctx.db, place, memberId);
  const succession: TenantContext = { ...ctx, actor: { kind: "system", purpose: "succession" } };
  await recordMembership(succession, {
    communityId,
    ...(groupId && { groupId }),
    memberId,
    event: "promoted",
  });
  await recordAudit(ctx, {
    action: groupId ? "group.succeeded" : "community.succeeded",
    subjectKind: "member",
    subjectId: memberId,
    communityId,
    details: { groupId, leavingId },
    before: { role: "member" },
    after: { role: "admin" },
  });
  await unsafeTellHeir(ctx, { name, ...place }, memberId);
}
