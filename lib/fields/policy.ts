import type { Actor } from "@/lib/shared/actor";
import type { Decision } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";

/** Which fields there are, whoever sees people may know (P8). */
export function canViewFields(actor: Actor): Decision {
  return canAsStaff(actor, "members.view");
}

/** Defining, renaming, ordering and deleting fields. */
export function canManageFields(actor: Actor): Decision {
  return canAsStaff(actor, "settings.manage");
}
