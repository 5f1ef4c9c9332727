import type { Actor, StaffActor } from "@/lib/shared/actor";
import { allowed, type Decision, refused } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";

/** Who has a feed of announcements: staff who see them. A key acts for the user who made it. */
export function canHaveFeed(actor: Actor): Decision {
  if (actor.kind !== "staff") return refused("not_allowed");
  return canAsStaff(actor, "announcements.view").ok ? allowed : refused("not_allowed");
}

/** The same, for what belongs to the person who acts. */
export function isFeedOwner(actor: Actor): actor is StaffActor {
  return canHaveFeed(actor).ok;
}
