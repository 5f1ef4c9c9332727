import type { GroupStanding } from "@/lib/groups/policy";
import type { LinkView } from "@/lib/links/types";
import type { AttachedMedia } from "@/lib/media/types";

export type MessageKind = "text" | "media" | "deleted" | "system";

/**
 * A message as one viewer may see it. A member who looks gets no id and no name of people who are not in the room with
 * them: those are "former member" with a number that is stable in the room (P13).
 */
export type MessageView = {
  id: string;
  groupId: string;
  authorId: string | null;
  authorName: string | null;
  formerMember: number | null;
  /** Written by staff who were not in the room: to its members the team speaks, nobody by name. */
  byTeam: boolean;
  body: string;
  kind: MessageKind;
  /** How what an imported chat showed was called; it is not here. */
  mediaName: string | null;
  media: AttachedMedia[];
  /** What the page says that it links to first; null until that is known, and where it says nothing. */
  link: LinkView | null;
  replyTo: string | null;
  /** What it answers, as the viewer may see it; null also when that is gone from the room. */
  quote: Quote | null;
  /** Who is called in it and is in the room with the viewer; the body says `@` and their name. */
  mentions: { memberId: string; name: string }[];
  /** Since when it stands at the top of the room. */
  pinnedAt: string | null;
  /** The signs of those who reacted, the most frequent first. */
  reactions: { emoji: string; count: number }[];
  /** The viewer's own sign; unknown in what is told to all of a room at once. */
  ownReaction: string | null;
  /** The place among what was posted in the room, without a gap; null for chats that were brought in. */
  position: number | null;
  /** The revision of the room with which it last changed: of two pictures of a message the higher one is newer (C3). */
  revision: number;
  /** What its writer called it, so that a retry is found again. */
  key: string | null;
  createdAt: string;
  editedAt: string | null;
  removedAt: string | null;
  removedBy: string | null;
};

/** The message that another answers. */
export type Quote = Pick<
  MessageView,
  "id" | "authorId" | "authorName" | "formerMember" | "byTeam" | "body"
> & {
  isRemoved: boolean;
  hasMedia: boolean;
};

/** Somebody of the room has changed their reaction: to this sign, or to none. */
export type Reacted = { messageId: string; memberId: string; emoji: string | null };

/** One of those who reacted; nobody by name when they are not in the room with the viewer (P13). */
export type ReactionView = { memberId: string | null; name: string | null; emoji: string };

/** What waits for a decision: the message, how many reported it, and why those who said why. */
export type ReportView = { message: MessageView; count: number; reasons: string[]; firstAt: string };

/** Somebody who may not write in the room for now. */
export type SilenceView = { memberId: string; name: string; until: string };

/** What changed in a room since a revision: each message once, as it is now, in the order of its last change. */
export type RoomChanges = {
  messages: MessageView[];
  reacted: Reacted[];
  /** Up to here nothing is missing. */
  revision: number;
  /** Whether there is more to ask for. */
  hasMore: boolean;
};

/** Who looks or acts, as far as a room's messages are concerned: with the actor's own member record, if any. */
export type RoomStanding = GroupStanding & { memberId: string | null };

/** What those who look after a room have set for who writes there (C4). */
export type RoomRules = { slowSeconds: number; refusedWords: string[] };
