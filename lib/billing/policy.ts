import type { Actor } from "@/lib/shared/actor";
import type { Decision } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";

/** Whether the actor may see plan, invoices and meters (B7). Refuses with `not_allowed`. */
export function canViewBilling(actor: Actor): Decision {
  return canAsStaff(actor, "billing.view");
}

/** Whether the actor may buy, change and cancel (B7). Refuses with `not_allowed`. */
export function canManageBilling(actor: Actor): Decision {
  return canAsStaff(actor, "billing.manage");
}
