import { canManageGroups, canViewCommunity } from "@/lib/communities/policy";
import type { MembershipRole } from "@/lib/communities/types";
import type { Actor } from "@/lib/shared/actor";
import type { Decision } from "@/lib/shared/decision";
import { may, type Standing } from "@/lib/tenants/policy";

/** The actor's own standing in a room and in its community. */
export type GroupStanding = Standing & { groupId: string; groupRole: MembershipRole | null };

/** Whoever may see the community may see that the room exists. */
export function canViewGroup(actor: Actor, standing: GroupStanding): Decision {
  return canViewCommunity(actor, standing);
}

/** Name, settings, archiving and deleting a room. */
export function canEditGroup(actor: Actor, standing: GroupStanding): Decision {
  return canManageGroups(actor, standing);
}

/** Suggesting a new room to those who manage them (H7). */
export function canSuggestGroup(actor: Actor, standing: Standing): Decision {
  return may(actor, "groups.suggest", standing);
}

/** Who is in a room. */
export function canManageGroupMembers(actor: Actor, standing: GroupStanding): Decision {
  return may(actor, "memberships.manageGroup", standing);
}

/** Whether exact numbers of a room are theirs to see (P12). */
export function canSeeExactGroupCounts(actor: Actor, standing: GroupStanding): boolean {
  return may(actor, "groups.seeCounts", standing).ok;
}
