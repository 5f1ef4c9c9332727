import {
  canManageGroups,
  canSeeExactCounts,
  canViewCommunity,
  type Standing,
} from "@/lib/communities/policy";
import type { MembershipRole } from "@/lib/communities/types";
import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";

/** The actor's own standing in a room and in its community. */
export type GroupStanding = Standing & { groupId: string; groupRole: MembershipRole | null };

/** Whoever may see the community may see that the room exists. */
export function canViewGroup(actor: Actor, standing: GroupStanding): Decision {
  return canViewCommunity(actor, standing);
}

/** Name, settings, archiving and deleting a room: staff who manage groups, and community admins (R3). */
export function canEditGroup(actor: Actor, standing: GroupStanding): Decision {
  return canManageGroups(actor, standing);
}

/** Who is in a room: staff who manage members, community admins, and the room's own admins (R3, R4). */
export function canManageGroupMembers(actor: Actor, standing: GroupStanding): Decision {
  if (standing.groupRole === "admin" || standing.role === "admin") return allowed;
  const seen = canViewGroup(actor, standing);
  return seen.ok ? canAsStaff(actor, "members.manage", standing.communityId) : seen;
}

/** Whether exact numbers of a room are theirs to see (P12). */
export function canSeeExactGroupCounts(actor: Actor, standing: GroupStanding): boolean {
  return standing.groupRole === "admin" || canSeeExactCounts(actor, standing);
}
