import { daysAfter } from "@/lib/shared/days";
import type { Settings } from "@/lib/tenants/settings-rules";
import type { FeedbackKind, FeedbackStatus, FinalStatus } from "./types";

export const FEEDBACK_KINDS = ["suggestion", "question", "complaint", "praise"] as const;
export const FEEDBACK_SOURCES = ["portal", "announcement", "form", "api", "import", "staff"] as const;
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

/** The columns of the board: what was merged stands with the item that it is part of. */
export const BOARD_STATUSES = FEEDBACK_STATUSES.filter((status) => status !== "merged");

/** The ends of which author and supporters are told, once each and round (F3). */
export const FINAL_STATUSES = ["done", "declined"] as const satisfies readonly FinalStatus[];

export function isFinal(status: FeedbackStatus): status is FinalStatus {
  return FINAL_STATUSES.some((final) => final === status);
}

/** Steps on the way that its author hears of; looking through and sorting is the team's own affair (F3). */
export function isToldOnTheWay(status: FeedbackStatus): boolean {
  return status === "planned" || status === "in_progress" || status === "merged";
}

/** Only the first round can be taken up again by a "not solved" of a member: the second end stands. */
export function reopensAgain(round: number): boolean {
  return round === 1;
}

/** Only what wishes for something, in a community, is for others to see and support. */
export function isShareable(item: { kind: FeedbackKind; communityId: string | null }): boolean {
  return item.kind === "suggestion" && item.communityId !== null;
}

/** States in which somebody still waits. */
export const OPEN_STATUSES = ["new", "triaged", "planned", "in_progress"] as const;

export function isOpen(status: FeedbackStatus): boolean {
  return OPEN_STATUSES.some((open) => open === status);
}

/** Open and past its due date: such items come first (F4). */
export function isOverdue(item: { status: FeedbackStatus; dueAt: Date | null }, now: Date): boolean {
  return item.dueAt !== null && item.dueAt < now && isOpen(item.status);
}

/** When an item of this kind is due, by the tenant's settings (F2). */
export function dueAtOf(kind: FeedbackKind, createdAt: Date, settings: Settings): Date {
  return daysAfter(createdAt, settings[`${kind}DueDays`]);
}

/** The same words by the same author within this time are one item: a second press of the button, not a second wish. */
export const REPEAT_WINDOW_MS = 10 * 60_000;
