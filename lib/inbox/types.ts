export type InboxChannel = "portal" | "whatsapp";
export type ConversationStatus = "open" | "snoozed" | "closed";
/** What stands in a conversation: words of the person, words of the team, a note among staff, what was done with it. */
export type EntryKind = "in" | "out" | "note" | "event";
export type EntryState = "queued" | "sending" | "sent" | "delivered" | "read" | "failed" | "unknown";
export type EntryEvent =
  | "assigned"
  | "unassigned"
  | "snoozed"
  | "woken"
  | "closed"
  | "reopened"
  | "task_set"
  | "task_done"
  | "made_feedback";

export type Label = { id: string; name: string };
export type SavedReply = { id: string; shortcut: string; body: string };

/** A conversation as staff see it; `memberName` is null where the person is not theirs to see. */
export type Conversation = {
  id: string;
  memberId: string;
  memberName: string | null;
  channel: InboxChannel;
  status: ConversationStatus;
  snoozedUntil: Date | null;
  assigneeId: string | null;
  labels: Label[];
  movedAt: Date;
  /** The number of its last entry: who answers says up to which one they have read. */
  lastPosition: number;
  /** Since when an answer is waited for, and until when the house gives itself; null when nobody waits. */
  waitingSince: Date | null;
  replyDueAt: Date | null;
  task: string | null;
  taskDueAt: Date | null;
  createdAt: Date;
};

/** A row of the list: who looks after it by name, and the beginning of what was said last. */
export type ConversationRow = Conversation & {
  assigneeName: string | null;
  photoFileId: string | null;
  lastKind: "in" | "out" | null;
  lastWords: string;
};

/** A conversation that somebody reads. */
export type OpenConversation = ConversationRow & {
  /** Until when WhatsApp takes free words to this person; null: it takes none, or they write by another way. */
  windowEndsAt: Date | null;
};

/** One entry of a conversation. */
export type Entry = {
  id: string;
  conversationId: string;
  position: number;
  kind: EntryKind;
  /** Staff; null for the person, for the house itself, and for who left the team. */
  authorId: string | null;
  body: string;
  event: EntryEvent | null;
  refId: string | null;
  state: EntryState;
  reason: string | null;
  createdAt: Date;
};

/** The same with the names beside the ids, and the announcement that it answers where the reader may see that one. */
export type EntryRow = Entry & {
  authorName: string | null;
  refName: string | null;
  about: { announcementId: string; words: string } | null;
};

/** What a member sees of their own conversation: the team has no names to them. */
export type OwnEntry = { id: string; isOwn: boolean; body: string; createdAt: Date; about: string | null };

/** A conversation held by its row lock inside a transaction. */
export type HeldConversation = {
  id: string;
  memberId: string;
  channel: InboxChannel;
  status: ConversationStatus;
  assigneeId: string | null;
  lastPosition: number;
  waitingSince: Date | null;
  replyDueAt: Date | null;
};

export type Assignee = { staffId: string; name: string };
