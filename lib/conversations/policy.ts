import type { Actor } from "@/lib/shared/actor";
import { type Decision, refused } from "@/lib/shared/decision";
import { canAsStaff, may } from "@/lib/tenants/policy";
import type { RoomStanding } from "./types";

/** Members read the rooms they are in, to others the room does not exist; staff who look after conversations read it too. */
export function canReadMessages(actor: Actor, standing: RoomStanding): Decision {
  const decision = may(actor, "messages.read", standing);
  return !decision.ok && actor.kind === "member" ? refused("not_found") : decision;
}

/** Members talk in the rooms they are in (R5); staff who look after conversations write anywhere in reach. */
export function canPostMessage(actor: Actor, standing: RoomStanding): Decision {
  return ifRead(actor, standing, () => may(actor, "messages.post", standing));
}

/** Writing for somebody else of the room: only through a key of those who manage members, for chats kept elsewhere too. */
export function canPostFor(actor: Actor): Decision {
  if (actor.kind === "staff" && !actor.apiKey) return refused("not_allowed");
  return canAsStaff(actor, "members.manage");
}

/** One's own message, by whoever wrote it or could have written it. */
export function canEditMessage(actor: Actor, standing: RoomStanding, authorId: string | null): Decision {
  const seen = canReadMessages(actor, standing);
  return !seen.ok || isOwn(standing, authorId) ? seen : canPostFor(actor);
}

/** One's own message, and others' by admins of the room or community and by staff who moderate (C1, C4). */
export function canRemoveMessage(actor: Actor, standing: RoomStanding, authorId: string | null): Decision {
  return ifRead(actor, standing, () =>
    may(actor, "messages.moderate", { ...standing, isAuthor: isOwn(standing, authorId) }),
  );
}

/** Looking after a room: others' messages, reports, who is quiet for a while (C4). */
export function canModerate(actor: Actor, standing: RoomStanding): Decision {
  return ifRead(actor, standing, () => may(actor, "messages.moderate", standing));
}

/** Asking for the whole number of who wrote a message: staff who answer people, one person at a time (P8). */
export function canRevealPhone(actor: Actor, standing: RoomStanding): Decision {
  return ifRead(actor, standing, () => may(actor, "members.revealPhone", standing));
}

function ifRead(actor: Actor, standing: RoomStanding, decide: () => Decision): Decision {
  const seen = canReadMessages(actor, standing);
  return seen.ok ? decide() : seen;
}

function isOwn({ memberId }: RoomStanding, authorId: string | null): boolean {
  return authorId !== null && authorId === memberId;
}
