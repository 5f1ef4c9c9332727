import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision, refused } from "@/lib/shared/decision";
import { canAsStaff, may, type Standing } from "@/lib/tenants/policy";

/**
 * Banning, lifting and listing (C4): in a room its admins too, in a community its admins, in the whole organization the
 * owner and admins of the team. `standing` null is the organization.
 */
export function canManageBans(actor: Actor, standing: Standing | null, groupId: string | null): Decision {
  if (standing === null) return canAsStaff(actor, "bans.manage");
  return may(actor, groupId === null ? "bans.manage" : "bans.manageGroup", standing);
}

/** Nobody bans themself, and who administers only the room does not ban who administers the community (R3, R4). */
export function canBan(
  actor: Actor,
  target: { memberId: string; leadsCommunity: boolean },
  standing: Standing | null,
): Decision {
  if (actor.kind !== "system" && actor.memberId === target.memberId) return refused("not_allowed");
  if (!target.leadsCommunity || standing === null) return allowed;
  return may(actor, "bans.manage", standing);
}
