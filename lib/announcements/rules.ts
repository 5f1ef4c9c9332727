export const ANNOUNCEMENT_STATUSES = [
  "draft",
  "in_review",
  "approved",
  "scheduled",
  "sending",
  "sent",
  "cancelled",
  "paused",
  "failed",
  "missed",
] as const;
export type AnnouncementStatus = (typeof ANNOUNCEMENT_STATUSES)[number];

/**
 * What may happen to an announcement, as data (A1): the states it may happen in, and the one that follows. What is not
 * here does not exist. `schedule` covers sending at once: due now.
 */
export const TRANSITIONS = {
  submit: { from: ["draft"], to: "in_review" },
  approve: { from: ["in_review"], to: "approved" },
  reject: { from: ["in_review"], to: "draft" },
  /** A change voids a review (A19). */
  edit: { from: ["draft", "in_review", "approved"], to: "draft" },
  schedule: { from: ["draft", "approved", "missed", "failed"], to: "scheduled" },
  /** The undo of A7, and taking a scheduled one back to work on it. */
  unschedule: { from: ["scheduled"], to: "draft" },
  /** What the plan does not pay for waits instead of being lost, and goes on when it is paid for (B6). */
  hold: { from: ["scheduled"], to: "paused" },
  release: { from: ["paused"], to: "scheduled" },
  start: { from: ["scheduled"], to: "sending" },
  /** A series waits for its next time, after one was sent or left out. */
  repeat: { from: ["sending"], to: "scheduled" },
  skip: { from: ["scheduled"], to: "scheduled" },
  miss: { from: ["scheduled"], to: "missed" },
  fail: { from: ["scheduled", "sending"], to: "failed" },
  pause: { from: ["sending"], to: "paused" },
  resume: { from: ["paused"], to: "sending" },
  finish: { from: ["sending"], to: "sent" },
  /** What failed is tried again (A16). */
  retry: { from: ["sent"], to: "sending" },
  cancel: { from: ["in_review", "approved", "scheduled", "sending", "paused"], to: "cancelled" },
  /** The state stays: it was sent, and then taken back (A11). */
  retract: { from: ["sent"], to: "sent" },
} as const satisfies Record<string, { from: readonly AnnouncementStatus[]; to: AnnouncementStatus }>;

export type Transition = keyof typeof TRANSITIONS;

/** The states in which there may be something sent that can be corrected (A11); of a series too, while it waits. */
export const CORRECTABLE = [
  "scheduled",
  "sending",
  "paused",
  "sent",
] as const satisfies readonly AnnouncementStatus[];

/** Whether a transition may happen in a state (A1). */
export function mayHappen(transition: Transition, from: AnnouncementStatus): boolean {
  const states: readonly AnnouncementStatus[] = TRANSITIONS[transition].from;
  return states.includes(from);
}

/** The buttons that make sense in a state, for those who may press them. */
export function possibleTransitions(from: AnnouncementStatus): Transition[] {
  return (Object.keys(TRANSITIONS) as Transition[]).filter((transition) => mayHappen(transition, from));
}

export const ANNOUNCEMENT_KINDS = ["launch", "promotion", "reminder", "event", "content", "other"] as const;
export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number];

/** The purpose of consent that a kind needs: promotions have their own (P16). */
export function purposeOf(kind: AnnouncementKind): "announcements" | "promotions" {
  return kind === "promotion" ? "promotions" : "announcements";
}

/** Whether an announcement came due too long ago to be sent without asking (A12). */
export function isMissed(dueAt: Date, graceSeconds: number, now: Date): boolean {
  return now.getTime() > dueAt.getTime() + graceSeconds * 1_000;
}

/** From how many people on one confirmation is asked that names the number (A7); a setting of the tenant. */
export function confirmThresholdOf(settings: unknown): number {
  const value = (settings as { confirmThreshold?: unknown } | null)?.confirmThreshold;
  return typeof value === "number" && Number.isInteger(value) && value > 0 ? value : 1_000;
}

/** For how many days who joins later gets an announcement at most (A5): what is still worth telling then is written anew. */
export const MOST_EVERGREEN_DAYS = 366;

/** The merge fields that every member has (A2). */
export const MERGE_FIELDS = ["first_name", "name", "community"] as const;

/** A member's values for the merge fields. */
export function mergeValues(member: { name: string; community: string }): Record<string, string> {
  return {
    first_name: member.name.trim().split(/\s+/u)[0] ?? "",
    name: member.name,
    community: member.community,
  };
}
