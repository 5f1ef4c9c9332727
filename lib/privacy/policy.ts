import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";

/** Who answers what people ask about their data: owner and admin (R2). */
export function canManagePrivacy(actor: Actor): Decision {
  return canAsStaff(actor, "privacy.manage");
}

/** Who may read what a person asked: the person, and who answers. */
export function canReadRequests(actor: Actor, memberId: string): Decision {
  if (actor.kind === "member" && actor.memberId === memberId) return allowed;
  return canManagePrivacy(actor);
}

/** Who may take a person's data out, or call a request off: the person, never somebody through their eyes, and who answers. */
export function canActFor(actor: Actor, memberId: string): Decision {
  if (actor.kind === "member" && actor.memberId === memberId && !actor.seenBy) return allowed;
  return canManagePrivacy(actor);
}
