import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision } from "@/lib/shared/decision";
import { may } from "@/lib/tenants/policy";

/**
 * Whether an actor may close a block or draw its winners: who may send to all of its communities (R2, R3).
 * `administered`: communities where the actor's own member record is admin. Refuses with `not_allowed`, `not_granted`.
 */
export function canManageBlock(
  actor: Actor,
  communityIds: readonly string[],
  administered: readonly string[],
): Decision {
  for (const communityId of communityIds) {
    const role = administered.includes(communityId) ? "admin" : null;
    const decision = may(actor, "announcements.send", { communityId, role });
    if (!decision.ok) return decision;
  }
  return allowed;
}
