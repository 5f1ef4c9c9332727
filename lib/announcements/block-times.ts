import type { BlockContent } from "@/lib/blocks/schema";
import type { FieldIssue } from "@/lib/shared/refusal";
import type { ScheduleChoice } from "./types";
import { resolveLocalTime } from "./zone-rules";

export type BlockTimes = { closesAt: Date | null; startsAt: Date | null; endsAt: Date | null };

const HOUR_MS = 3_600_000;

/** The instants that a block names, for a sending that begins at one (A6). What cannot be read is none: it is checked before. */
export function blockTimes(content: BlockContent, sentAt: Date): BlockTimes {
  if (content.kind === "event") {
    const { startsAt, endsAt, timezone } = content;
    return { closesAt: null, startsAt: instantOf(startsAt, timezone), endsAt: instantOf(endsAt, timezone) };
  }
  const never = { closesAt: null, startsAt: null, endsAt: null };
  if (content.kind !== "poll" && content.kind !== "giveaway") return never;
  const { closesAt, timezone, closesAfterHours } = content;
  if (closesAt !== undefined) return { ...never, closesAt: instantOf(closesAt, timezone) };
  if (closesAfterHours === undefined) return never;
  return { ...never, closesAt: new Date(sentAt.getTime() + closesAfterHours * HOUR_MS) };
}

/** What is wrong with the times of a block: unreadable, the wrong way round, or fixed in a series, which comes again. */
export function blockTimeProblems(content: BlockContent | null, schedule: ScheduleChoice): FieldIssue[] {
  const named = content ? namedTimes(content) : [];
  const unreadable = named.flatMap(({ path, localTime, timezone }) => {
    const read = resolveLocalTime({ localTime, timezone });
    if (read.ok) return [];
    const field = read.code === "timezone_invalid" ? "timezone" : path;
    return [{ path: `block.${field}`, code: read.code }];
  });
  if (unreadable.length > 0) return unreadable;
  const [first] = named;
  if (first && schedule.rrule) return [{ path: `block.${first.path}`, code: "fixed_in_series" }];
  if (content?.kind === "event" && content.endsAt !== undefined && content.endsAt <= content.startsAt)
    return [{ path: "block.endsAt", code: "ends_before_start" }];
  return [];
}

/** That a block is still open when the sending begins. */
export function blockOverProblems(content: BlockContent | null, dueAt: Date): FieldIssue[] {
  if (!content) return [];
  const { closesAt, startsAt } = blockTimes(content, dueAt);
  if (closesAt && closesAt <= dueAt) return [{ path: "block.closesAt", code: "over_before_sending" }];
  return startsAt && startsAt <= dueAt ? [{ path: "block.startsAt", code: "over_before_sending" }] : [];
}

function namedTimes(content: BlockContent) {
  if (content.kind === "event") {
    const { startsAt, endsAt, timezone } = content;
    return [
      { path: "startsAt", localTime: startsAt, timezone },
      ...(endsAt === undefined ? [] : [{ path: "endsAt", localTime: endsAt, timezone }]),
    ];
  }
  if ((content.kind !== "poll" && content.kind !== "giveaway") || content.closesAt === undefined) return [];
  return [{ path: "closesAt", localTime: content.closesAt, timezone: content.timezone ?? "" }];
}

function instantOf(localTime: string | undefined, timezone: string | undefined): Date | null {
  const read = resolveLocalTime({ localTime: localTime ?? "", timezone: timezone ?? "" });
  return read.ok ? new Date(read.instant) : null;
}
