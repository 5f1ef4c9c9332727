import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision, refused } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";

/** Reading, adding and deleting: those who see everything of a person (P7). */
export function canManageNotes(actor: Actor): Decision {
  return canAsStaff(actor, "members.manage");
}

/** Nobody puts words into somebody else's mouth: a note is changed by who wrote it. */
export function canEditNote(actor: Actor, note: { authorId: string | null }): Decision {
  const decision = canManageNotes(actor);
  if (!decision.ok) return decision;
  return actor.kind === "staff" && actor.staffId === note.authorId ? allowed : refused("not_allowed");
}
