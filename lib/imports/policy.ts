import type { Actor } from "@/lib/shared/actor";
import type { Decision } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";

/** Owners and admins bring people and chats in, look at what came of it and undo it. Refuses with `not_allowed`. */
export function canRunImports(actor: Actor): Decision {
  return canAsStaff(actor, "imports.run");
}
