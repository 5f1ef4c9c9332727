import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";

/** Who may add, change and delete people: owner and admin, and jobs of the system (R2). */
export function canManageMembers(actor: Actor): Decision {
  return canAsStaff(actor, "members.manage");
}

/** Who may look through a member's eyes (P15). */
export function canSeeAs(actor: Actor): Decision {
  return canAsStaff(actor, "seeAs.use");
}

/** Who may ask for people at all; which people and fields, `visibleFields` decides. Finance sees none (P9). */
export function canViewMembers(actor: Actor): Decision {
  return actor.kind === "member" ? allowed : canAsStaff(actor, "members.view");
}
