import type { Actor } from "@/lib/shared/actor";

/** Who acted, as the history of memberships keeps it: a kind and an id, never a name. */
export function labelOf(actor: Actor): string {
  switch (actor.kind) {
    case "staff":
      return `staff:${actor.staffId}`;
    case "member":
      return `member:${actor.memberId}`;
    case "system":
      return `system:${actor.purpose}`;
  }
}

/** The actor's own member record, if any. */
export function ownMemberId(actor: Actor): string | null {
  return actor.kind === "system" ? null : actor.memberId;
}
