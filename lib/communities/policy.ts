import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision, refused } from "@/lib/shared/decision";
import type { StaffAction } from "@/lib/tenants/permissions";
import { canAsStaff } from "@/lib/tenants/policy";
import type { MembershipRole } from "./types";

/** The actor's own standing in the community, through their member record. */
export type Standing = { communityId: string; role: MembershipRole | null };

/** Only staff make communities; who makes one is its first admin (H4). Refuses with `not_allowed`. */
export function canCreateCommunity(actor: Actor): Decision {
  return canAsStaff(actor, "communities.manage");
}

/** Whether the actor may list communities at all; which ones, the query narrows. */
export function canListCommunities(actor: Actor): Decision {
  return actor.kind === "member" ? allowed : canAsStaff(actor, "communities.view");
}

/** Staff within their reach and everybody who is in it. To other members it does not exist: `not_found`. */
export function canViewCommunity(actor: Actor, { communityId, role }: Standing): Decision {
  if (role !== null) return allowed;
  return actor.kind === "member" ? refused("not_found") : canAsStaff(actor, "communities.view", communityId);
}

/** Name, description, icon, who may join: staff who manage communities, and community admins (R3). */
export function canEditCommunity(actor: Actor, standing: Standing): Decision {
  return asStaffOrAdmin(actor, "communities.manage", standing);
}

/** Archiving, restoring and deleting stay with staff (H6). */
export function canRetireCommunity(actor: Actor, { communityId }: Standing): Decision {
  return canAsStaff(actor, "communities.manage", communityId);
}

/** Groups of the community: staff who manage groups, and community admins (R3). */
export function canManageGroups(actor: Actor, standing: Standing): Decision {
  return asStaffOrAdmin(actor, "groups.manage", standing);
}

/** Adding, removing, naming admins: staff who manage members, and community admins (R3). */
export function canManageMemberships(actor: Actor, standing: Standing): Decision {
  return asStaffOrAdmin(actor, "members.manage", standing);
}

/** Whether the exact numbers and the lanes are theirs to see: staff of the community and its admins (L5, P12). */
export function canSeeExactCounts(actor: Actor, standing: Standing): boolean {
  return standing.role === "admin" || canAsStaff(actor, "communities.view", standing.communityId).ok;
}

function asStaffOrAdmin(actor: Actor, action: StaffAction, standing: Standing): Decision {
  if (standing.role === "admin") return allowed;
  const seen = canViewCommunity(actor, standing);
  return seen.ok ? canAsStaff(actor, action, standing.communityId) : seen;
}
