import type { Actor } from "@/lib/shared/actor";
import type { Decision } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";

/** Whether the actor may read and export the audit log. Refuses with `not_allowed`. */
export function canViewAudit(actor: Actor): Decision {
  return canAsStaff(actor, "audit.view");
}
