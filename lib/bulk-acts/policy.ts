import { canManageMembers } from "@/lib/members/policy";
import type { Actor } from "@/lib/shared/actor";
import type { Decision } from "@/lib/shared/decision";

/** Who may act on many people at once, and read what came of it: who manages members. What a place refuses, it refuses. */
export function canActInBulk(actor: Actor): Decision {
  return canManageMembers(actor);
}
