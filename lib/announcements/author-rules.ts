import type { Actor } from "@/lib/shared/actor";

/** Whose announcement it is: the staff or member id; the system has none. */
export function authorId(actor: Actor): string | null {
  if (actor.kind === "staff") return actor.staffId;
  return actor.kind === "member" ? actor.memberId : null;
}
