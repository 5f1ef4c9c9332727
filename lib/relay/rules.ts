import type { OccurrenceStatus } from "@/lib/delivery/rules";

/** A tick can be taken back so long; only then do its people count as reached, since statuses go forward only (A8). */
export const UNDO_SECONDS = 60;

/** One reminder of a task in so many hours. */
export const REMIND_EVERY_HOURS = 24;

/**
 * - `waiting`: not yet to be posted (quiet hours, a later time); `open`, `late`: to be posted; `held`: the sending is paused
 * - `posted`; `withdrawn`: posted, and taken back since: it is to be removed by hand; `closed`: not to be posted any more
 */
export const TASK_STATES = ["waiting", "open", "late", "held", "posted", "withdrawn", "closed"] as const;
export type TaskState = (typeof TASK_STATES)[number];

type Times = {
  opensAt: Date;
  dueAt: Date;
  closesAt: Date;
  postedAt: Date | null;
  countedAt: Date | null;
  closedAt: Date | null;
};
type Sending = { status: OccurrenceStatus; retractedAt: Date | null };

/** How a task stands now. */
export function stateOf(task: Times & { isGone: boolean }, sending: Sending, now: Date): TaskState {
  if (task.postedAt) return sending.retractedAt ? "withdrawn" : "posted";
  if (task.closedAt || task.isGone || task.closesAt <= now) return "closed";
  if (sending.status === "paused") return "held";
  if (sending.status !== "sending") return "closed";
  if (task.opensAt > now) return "waiting";
  return task.dueAt <= now ? "late" : "open";
}

/** Until when a tick can be taken back; null when its people count already, or it is none. */
export function undoUntil({ postedAt, countedAt }: Pick<Times, "postedAt" | "countedAt">): Date | null {
  return postedAt && !countedAt ? new Date(postedAt.getTime() + UNDO_SECONDS * 1_000) : null;
}

export type Tended = Times & { id: string; groupId: string; isGone: boolean };

export type Turn = {
  /** Tasks whose tick stands now, and those that end without one. */
  count: Tended[];
  close: Tended[];
  /** Tasks whose group may still reach its people: open, or ticked a moment ago. */
  open: Tended[];
  /** When there is something to do again; null when all are decided. */
  nextAt: Date | null;
};

/** What becomes of the tasks of a sending at a moment. */
export function turnOf(tasks: readonly Tended[], now: Date): Turn {
  const undecided = tasks.filter(({ countedAt, closedAt }) => !countedAt && !closedAt);
  const endOf = (task: Tended) => undoUntil(task) ?? task.closesAt;
  const isOver = (task: Tended) => endOf(task) <= now || (!task.postedAt && task.isGone);
  const over = undecided.filter(isOver);
  const open = undecided.filter((task) => !isOver(task));
  const times = open.map((task) => endOf(task).getTime());
  return {
    count: over.filter(({ postedAt }) => postedAt),
    close: over.filter(({ postedAt }) => !postedAt),
    open,
    nextAt: times.length > 0 ? new Date(Math.min(...times)) : null,
  };
}

const HOUR_MS = 3_600_000;

/** From when on a task is late, and until when it is waited for: never beyond `before`, the next time of a series. */
export function termsOf(
  opensAt: Date,
  { dueHours, closeHours, before }: { dueHours: number; closeHours: number; before: Date | null },
): { dueAt: Date; closesAt: Date } {
  const inHours = (hours: number) => opensAt.getTime() + hours * HOUR_MS;
  const end = Math.min(inHours(closeHours), before?.getTime() ?? Number.POSITIVE_INFINITY);
  const closesAt = Math.max(end, opensAt.getTime());
  return { dueAt: new Date(Math.min(inHours(dueHours), closesAt)), closesAt: new Date(closesAt) };
}

/** Opens WhatsApp with the text, the person choosing the group there. */
export function shareUrl(words: string): string {
  return `https://wa.me/?text=${encodeURIComponent(words)}`;
}
