import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision, refused } from "@/lib/shared/decision";
import { canAsStaff, communitiesInReach } from "@/lib/tenants/policy";

/** Reading and answering: owner and admin everybody's, an agent those of people in the communities granted to them (R2). */
export function canUseInbox(actor: Actor): Decision {
  return canAsStaff(actor, "inbox.use");
}

/** The same for one conversation: `isInReach` when its person is in a community of the actor's. */
export function canUseConversation(actor: Actor, isInReach: boolean): Decision {
  const decision = canUseInbox(actor);
  return decision.ok && !isInReach ? refused("not_granted") : decision;
}

/** The house's labels and saved replies. */
export function canManageInbox(actor: Actor): Decision {
  return canAsStaff(actor, "inbox.manage");
}

/** The whole number of who wrote, for staff who otherwise see its end (P8). */
export function canRevealNumber(actor: Actor): Decision {
  return canAsStaff(actor, "members.revealPhone");
}

/** Writing to the house is each member's own affair. */
export function canWriteToHouse(actor: Actor): Decision {
  return actor.kind === "member" ? allowed : refused("not_allowed");
}

/** The communities whose people an actor answers; null: all, also who is in none. */
export function inboxReach(actor: Actor): readonly string[] | null {
  return communitiesInReach(actor, "inbox.use");
}
