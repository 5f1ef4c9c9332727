import "server-only";
import { labelOf } from "@/lib/communities/actor-rules";
import { unsafeAdmit } from "@/lib/communities/commands/admit";
import { checkIcon, checkTexts } from "@/lib/communities/commands/check-texts";
import { ensureOwnMember } from "@/lib/communities/commands/ensure-own-member";
import { unsafeLockOpenCommunity } from "@/lib/communities/commands/lock-community";
import { canManageGroups } from "@/lib/communities/policy";
import { findStanding } from "@/lib/communities/queries/find-standing";
import type { LockedCommunity } from "@/lib/communities/types";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { Refusal } from "@/lib/shared/refusal";
import type { Limits } from "@/lib/tenants/limits";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { insertSeats } from "../group-sql";
import { type CreateGroupFields, createGroupFields } from "../schema";
import { unsafeOpenGroup } from "./open-group";

/**
 * Makes a room in a community, its creator the first member and admin (H4); joining the room joins the community (H3).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `read_only`, `group_limit_reached` (L2), `community_full`,
 * `name_too_long`, `invalid_input`
 */
export async function createGroup(
  ctx: TenantContext,
  { communityId, ...input }: CreateGroupFields & { communityId: string },
): Promise<{ id: string }> {
  authorize(canManageGroups(ctx.actor, await findStanding(ctx, communityId)));
  const fields = createGroupFields.parse(input);
  const limits = await findLimits(ctx);
  checkTexts(fields, limits);
  return inTransaction(ctx, async (tx) => {
    await checkIcon(tx, fields.icon);
    const creator = await ensureOwnMember(tx);
    const community = await unsafeLockOpenCommunity(tx, communityId);
    checkRoomForGroup(community, limits);
    await admitCreator(tx, community, creator, limits);
    const position = community.groupCount;
    const id = await unsafeOpenGroup(tx, { ...fields, communityId, overflowOf: null, position });
    await insertSeats(tx.db, {
      groupId: id,
      communityId,
      memberIds: [creator],
      role: "admin",
      actorLabel: labelOf(tx.actor),
      now: tx.now,
    });
    return { id };
  });
}

/** @throws Refusal `group_limit_reached` (L2, by the locked counter) */
export function checkRoomForGroup(community: Pick<LockedCommunity, "groupCount">, limits: Limits): void {
  if (community.groupCount >= limits.communityGroups)
    throw new Refusal("group_limit_reached", { limit: limits.communityGroups });
}

async function admitCreator(
  ctx: TenantContext,
  community: LockedCommunity,
  memberId: string,
  limits: Limits,
): Promise<void> {
  const where = { communityId: community.id, memberId };
  if (await ctx.db.communityMember.findFirst({ where, select: { role: true } })) return;
  if (community.memberCount >= limits.communityMembers)
    throw new Refusal("community_full", { limit: limits.communityMembers });
  await unsafeAdmit(ctx, community, { memberIds: [memberId], role: "member", limits });
}
