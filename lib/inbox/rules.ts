import type { EntryState } from "./types";

export const INBOX_VIEWS = ["open", "mine", "unassigned", "overdue", "tasks", "snoozed", "closed"] as const;
export type InboxView = (typeof INBOX_VIEWS)[number];

export const INBOX_CHANNELS = ["portal", "whatsapp"] as const;
export const CONVERSATION_STATUSES = ["open", "snoozed", "closed"] as const;

export const INBOX_LIMITS = {
  body: 4_096,
  label: 40,
  labels: 10,
  task: 200,
  shortcut: 40,
  atOnce: 200,
} as const;

// What a provider tells of a message comes in any order: it only goes forward (A8), and nothing fails that has arrived.
const RANK: Readonly<Record<EntryState, number>> = {
  queued: 0,
  sending: 1,
  unknown: 2,
  failed: 3,
  sent: 4,
  delivered: 5,
  read: 6,
};

/** Whether news of an answer moves it from one state to another. */
export function isForward(from: EntryState, to: EntryState): boolean {
  if (to === "failed") return RANK[from] < RANK.delivered && from !== "failed";
  return RANK[to] > RANK[from];
}

/** Whether an answer did not go out, and may be sent again by hand: never one that may have arrived (A16). */
export function canSendAgain(state: EntryState): boolean {
  return state === "failed";
}
