import { daysAfter } from "@/lib/shared/days";
import type { FeedbackKind, FeedbackStatus } from "./types";

export const FEEDBACK_KINDS = ["suggestion", "question", "complaint", "praise"] as const;
export const FEEDBACK_STATUSES = [
  "new",
  "triaged",
  "planned",
  "in_progress",
  "done",
  "declined",
  "merged",
] as const;

/**
 * The state machine (F2). Steps may be skipped, but nothing is done before somebody looked at it; what is done or
 * declined can be taken up again; merged is for good, and only merging leads there. The likeliest next one stands first.
 */
export const NEXT_STATUSES = {
  new: ["triaged", "planned", "in_progress", "declined", "merged"],
  triaged: ["planned", "in_progress", "done", "declined", "merged"],
  planned: ["in_progress", "done", "triaged", "declined", "merged"],
  in_progress: ["done", "planned", "declined", "merged"],
  done: ["in_progress"],
  declined: ["triaged"],
  merged: [],
} as const satisfies Record<FeedbackStatus, readonly FeedbackStatus[]>;

export function isLegalMove(from: FeedbackStatus, to: FeedbackStatus): boolean {
  const next: readonly FeedbackStatus[] = NEXT_STATUSES[from];
  return next.includes(to);
}

/** The statuses that a person may choose next; merging has a door of its own. */
export function choosableStatuses(from: FeedbackStatus): FeedbackStatus[] {
  return NEXT_STATUSES[from].filter((status) => status !== "merged");
}

/** States in which somebody still waits. */
export const OPEN_STATUSES = ["new", "triaged", "planned", "in_progress"] as const;

function isOpen(status: FeedbackStatus): boolean {
  return OPEN_STATUSES.some((open) => open === status);
}

/** Open and past its due date: such items come first (F4). */
export function isOverdue(item: { status: FeedbackStatus; dueAt: Date | null }, now: Date): boolean {
  return item.dueAt !== null && item.dueAt < now && isOpen(item.status);
}

/** Days until an answer is due, by kind; the tenant's setting `feedbackDueDays` changes them (F2). */
const DUE_DAYS: Record<FeedbackKind, number> = { complaint: 2, question: 2, suggestion: 14, praise: 14 };

/** When an item of this kind is due. A setting that is no number of days between 1 and 365 is passed over. */
export function dueAtOf(kind: FeedbackKind, createdAt: Date, settings: unknown): Date {
  const days = (settings as { feedbackDueDays?: Partial<Record<FeedbackKind, unknown>> } | null)
    ?.feedbackDueDays?.[kind];
  const valid = typeof days === "number" && days >= 1 && days <= 365 ? days : DUE_DAYS[kind];
  return daysAfter(createdAt, valid);
}

/** The same words by the same author within this time are one item: a second press of the button, not a second wish. */
export const REPEAT_WINDOW_MS = 10 * 60_000;
