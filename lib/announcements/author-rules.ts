import type { Actor } from "@/lib/shared/actor";

/** The columns that say who answers for a sending: whoever scheduled it, or let it go on, must still be allowed to (A13). */
export function senderColumns(actor: Actor) {
  return { scheduledByKind: actor.kind, scheduledBy: authorId(actor) };
}

/** Whose announcement it is: the staff or member id; the system has none. */
export function authorId(actor: Actor): string | null {
  if (actor.kind === "staff") return actor.staffId;
  return actor.kind === "member" ? actor.memberId : null;
}
