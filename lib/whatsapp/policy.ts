import type { Actor } from "@/lib/shared/actor";
import type { Decision } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";

/** Who sees and changes the tenant's number, and what its connection is. */
export function canManageWhatsapp(actor: Actor): Decision {
  return canAsStaff(actor, "settings.manage");
}
