import type { MembershipRole } from "@/lib/communities/types";
import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision } from "@/lib/shared/decision";
import { canAsStaff, may, type Standing } from "@/lib/tenants/policy";

/** Members may ask; what they see of whom, the list narrows. Staff need the right to see members (R2). */
export function canListMemberships(actor: Actor, communityId: string): Decision {
  return actor.kind === "member" ? allowed : canAsStaff(actor, "members.view", communityId);
}

/** Staff who may ask at all, and community admins, see everybody there (P6–P8). */
export function seesEverybody(actor: Actor, communityRole: MembershipRole | null): boolean {
  return actor.kind !== "member" || communityRole === "admin";
}

/** Naming who takes over: who names admins of the community, or of the room (H9). */
export function canNameSuccessor(actor: Actor, standing: Standing, groupId: string | null): Decision {
  return may(actor, groupId === null ? "memberships.manage" : "memberships.manageGroup", standing);
}

/** What somebody wants to hear of: the person, never somebody through their eyes, and who manages people. */
export function canChooseMutes(actor: Actor, memberId: string): Decision {
  if (actor.kind === "member" && actor.memberId === memberId && !actor.seenBy) return allowed;
  return canAsStaff(actor, "members.manage");
}
