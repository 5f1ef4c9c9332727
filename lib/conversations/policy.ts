import type { Actor } from "@/lib/shared/actor";
import { allowed, type Decision, refused } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";
import type { RoomStanding } from "./types";

/** Members read the rooms they are in, to others the room does not exist; staff who look after conversations read it too. */
export function canReadMessages(actor: Actor, standing: RoomStanding): Decision {
  if (standing.isInRoom || standing.isAdmin) return allowed;
  if (actor.kind === "member") return refused("not_found");
  return canAsStaff(actor, "messages.moderate", standing.communityId);
}

/** Members talk in the rooms they are in (R5); staff who look after conversations write anywhere in reach. */
export function canPostMessage(actor: Actor, standing: RoomStanding): Decision {
  return canReadMessages(actor, standing);
}

/** Writing for somebody else of the room: only through a key of those who manage members, for chats kept elsewhere too. */
export function canPostFor(actor: Actor): Decision {
  if (actor.kind === "staff" && !actor.apiKey) return refused("not_allowed");
  return canAsStaff(actor, "members.manage");
}

/** One's own message, by whoever wrote it or could have written it. */
export function canEditMessage(actor: Actor, standing: RoomStanding, authorId: string | null): Decision {
  const seen = canReadMessages(actor, standing);
  if (!seen.ok || (authorId !== null && authorId === standing.memberId)) return seen;
  return canPostFor(actor);
}

/** One's own message, and others' by admins of the room or community and by staff who moderate (C1, C4). */
export function canRemoveMessage(actor: Actor, standing: RoomStanding, authorId: string | null): Decision {
  const seen = canReadMessages(actor, standing);
  if (!seen.ok || standing.isAdmin || (authorId !== null && authorId === standing.memberId)) return seen;
  return canAsStaff(actor, "messages.moderate", standing.communityId);
}
