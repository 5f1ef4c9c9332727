import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";

/** Who may write into a person's ledger: the person, and staff who manage members (with proof in `source`). */
export function canRecordConsent(actor: Actor, memberId: string): Decision {
  if (actor.kind === "member" && actor.memberId === memberId && !actor.seenBy) return allowed;
  return canAsStaff(actor, "members.manage");
}

/** Who may read it: the person, and staff who see the details (P7). */
export function canReadConsents(actor: Actor, memberId: string): Decision {
  if (actor.kind === "member" && actor.memberId === memberId) return allowed;
  return canAsStaff(actor, "members.manage");
}

/** Who may read, check and take away the ledger of the whole tenant. */
export function canReadLedger(actor: Actor): Decision {
  return canAsStaff(actor, "privacy.manage");
}
