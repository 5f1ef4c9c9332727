import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision } from "@/lib/shared/decision";
import { canAsStaff, may, type Standing } from "@/lib/tenants/policy";

/** Only staff make communities; who makes one is its first admin (H4). Refuses with `not_allowed`. */
export function canCreateCommunity(actor: Actor): Decision {
  return canAsStaff(actor, "communities.create");
}

/** Whether the actor may list communities at all; which ones, the query narrows. */
export function canListCommunities(actor: Actor): Decision {
  return actor.kind === "member" ? allowed : canAsStaff(actor, "communities.view");
}

/** Staff within their reach and everybody who is in it. To other members it does not exist: `not_found`. */
export function canViewCommunity(actor: Actor, standing: Standing): Decision {
  return may(actor, "communities.view", standing);
}

/** Name, description, icon, who may join. */
export function canEditCommunity(actor: Actor, standing: Standing): Decision {
  return may(actor, "communities.edit", standing);
}

/** Archiving, restoring and deleting stay with staff (H6). */
export function canRetireCommunity(actor: Actor, standing: Standing): Decision {
  return may(actor, "communities.retire", standing);
}

/** Groups of the community: making, changing, archiving and deleting them. */
export function canManageGroups(actor: Actor, standing: Standing): Decision {
  return may(actor, "groups.manage", standing);
}

/** Adding, removing, naming admins. */
export function canManageMemberships(actor: Actor, standing: Standing): Decision {
  return may(actor, "memberships.manage", standing);
}

/** Who of the team works in it (R2, R3). */
export function canManageGrants(actor: Actor, standing: Standing): Decision {
  return may(actor, "grants.manage", standing);
}

/** Whether the exact numbers and the lanes are theirs to see (L5, P12). */
export function canSeeExactCounts(actor: Actor, standing: Standing): boolean {
  return may(actor, "communities.seeCounts", standing).ok;
}
