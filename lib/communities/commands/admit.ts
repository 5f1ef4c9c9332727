import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { Limits } from "@/lib/tenants/limits";
import { labelOf } from "../actor-rules";
import { lanesOf } from "../lanes-sql";
import {
  insertMemberships,
  moveCounters,
  recordEverybodyRemoved,
  recordMembershipEvent,
} from "../membership-sql";
import { fillLanes, laneOfEach } from "../rules";
import type { Invited, LockedCommunity, MembershipRole } from "../types";

type Admission = {
  memberIds: readonly string[];
  role: MembershipRole;
  limits: Limits;
  invited?: Invited | undefined;
};

/**
 * Puts members who are not in it into a community that is locked and has room for all of them: memberships, history,
 * lanes in order (L5) and counters. The caller answers for access and for L3.
 * @returns how many really came in
 */
export async function unsafeAdmit(
  ctx: TenantContext,
  community: LockedCommunity,
  { memberIds, role, limits, invited }: Admission,
): Promise<number> {
  if (memberIds.length === 0) return 0;
  const places = fillLanes(await lanesOf(ctx.db, community.id), memberIds.length, limits.laneMembers);
  const joined = await insertMemberships(ctx.db, {
    communityId: community.id,
    memberIds,
    lanes: laneOfEach(places),
    role,
    invited: invited ?? null,
    actorLabel: labelOf(ctx.actor),
    now: ctx.now,
  });
  const members = joined.reduce((sum, lane) => sum + lane.memberCount, 0);
  await moveCounters(ctx.db, community.id, {
    members,
    admins: role === "admin" ? members : 0,
    lanes: joined,
  });
  return members;
}

/** Writes into the history that a place goes with everybody in it; before its rows are deleted. */
export function recordPlaceGone(
  ctx: TenantContext,
  place: { communityId: string; groupId?: string },
): Promise<void> {
  return recordEverybodyRemoved(ctx.db, { ...place, actorLabel: labelOf(ctx.actor), now: ctx.now });
}

/** Writes one line of the history of memberships. */
export function recordMembership(
  ctx: TenantContext,
  event: Omit<Parameters<typeof recordMembershipEvent>[1], "actorLabel" | "at">,
): Promise<void> {
  return recordMembershipEvent(ctx.db, { ...event, actorLabel: labelOf(ctx.actor), at: ctx.now });
}
