import type { Actor } from "@/lib/shared/actor";
import type { Decision } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";

/** Who may add, change and delete people: owner and admin, and jobs of the system (R2). */
export function canManageMembers(actor: Actor): Decision {
  return canAsStaff(actor, "members.manage");
}

/** Who may look through a member's eyes (P15). */
export function canSeeAs(actor: Actor): Decision {
  return canAsStaff(actor, "seeAs.use");
}
