import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision, refused } from "@/lib/shared/decision";

/** Who reads the table of permissions: whoever is of the team, whatever their role. Refuses with `not_allowed`. */
export function canReadPermissions(actor: Actor): Decision {
  return actor.kind === "staff" ? allowed : refused("not_allowed");
}
