import type { Actor } from "@/lib/shared/actor";
import type { Decision } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";

/** Tags show to staff who see people, for the people they see (P8). */
export function canViewTags(actor: Actor): Decision {
  return canAsStaff(actor, "members.view");
}
