import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision, refused } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";

/** Whether the actor may read the templates and make new ones. Refuses with `not_allowed`. */
export function canUseTemplates(actor: Actor): Decision {
  return canAsStaff(actor, "templates.use");
}

/** Whether the actor may change or delete a template: who made it, and those who manage them all. Refuses with `not_allowed`. */
export function canChangeTemplate(actor: Actor, { createdBy }: { createdBy: string | null }): Decision {
  const decision = canUseTemplates(actor);
  if (!decision.ok || canAsStaff(actor, "templates.manage").ok) return decision;
  return actor.kind === "staff" && actor.staffId === createdBy ? allowed : refused("not_allowed");
}
