import "server-only";
import { z } from "zod";
import { findStanding } from "@/lib/communities/queries/find-standing";
import { viewMembers } from "@/lib/members/queries/list-members";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { type Coverage, coverageOf, type ReachChannel } from "../coverage-rules";
import { missingOf, reachGroups } from "../coverage-sql";
import { canViewSending } from "../policy";
import { listAdministeredCommunityIds } from "./list-administered";

/**
 * Whom announcements of a community can reach by each channel, and the fewest channels that reach everybody (L5). Who
 * refused all of them is counted apart: nobody is to be reached against their will (P16).
 * @throws Refusal `not_found`
 */
export async function getCoverage(
  ctx: TenantContext,
  communityId: string,
): Promise<Coverage & { optedOut: number }> {
  await authorizeReach(ctx, communityId);
  const groups = await reachGroups(ctx.db, communityId);
  const optedOut = groups.filter((group) => group.isRefused).reduce((sum, { people }) => sum + people, 0);
  return { ...coverageOf(groups.filter((group) => !group.isRefused)), optedOut };
}

/**
 * Whom a channel, or any channel, does not reach, those of them whom the actor may see (P).
 * @throws Refusal `not_found`, `invalid_cursor`
 */
export async function listMissing(
  ctx: TenantContext,
  communityId: string,
  { channel, limit, cursor }: { channel: ReachChannel | "any"; limit: number; cursor?: string | undefined },
): Promise<Page<{ memberId: string; name: string }>> {
  await authorizeReach(ctx, communityId);
  const [after] = cursor ? decodeCursor(cursor, z.tuple([z.uuid()])) : [];
  const page = { channel, after: after === undefined ? null : String(after), limit: limit + 1 };
  const ids = await missingOf(ctx.db, communityId, page);
  const { data, nextCursor } = pageOf(ids, limit, (id) => [id]);
  const people = await viewMembers(ctx, data);
  const shown = data.flatMap((memberId) => {
    const person = people.get(memberId);
    return person ? [{ memberId, name: person.name }] : [];
  });
  return { data: shown, nextCursor };
}

async function authorizeReach(ctx: TenantContext, communityId: string): Promise<void> {
  await findStanding(ctx, communityId);
  authorize(canViewSending(ctx.actor, [communityId], await listAdministeredCommunityIds(ctx)));
}
