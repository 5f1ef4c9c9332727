import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { parseRrule, type Recurrence, type RuleMoment } from "./rrule-rules";
import { isTimezone, readLocalEnd, readLocalTime, resolveInZone, type ScheduleNote } from "./zone-rules";

export type ScheduleInput = {
  /** `YYYY-MM-DDTHH:mm`, the first time, in the zone. */
  localTime: string;
  /** IANA name. */
  timezone: string;
  rrule?: string | null | undefined;
  /** The last local time, inclusive; a day without a time counts whole. */
  until?: string | null | undefined;
  /** At most so many, up to 1,000. */
  count?: number | null | undefined;
};

export type ScheduleErrorCode =
  | "timezone_invalid"
  | "local_time_invalid"
  | "rrule_invalid"
  | "rrule_never_matches"
  | "until_invalid"
  | "count_invalid";
export type ScheduleError = {
  ok: false;
  code: ScheduleErrorCode;
  path: "localTime" | "timezone" | "rrule" | "until" | "count";
  params: Record<string, string | number>;
};

/** One time of a series: as the clock in the zone was meant to show it, and the instant it became. */
export type Occurrence = { localTime: string; instant: string; note?: ScheduleNote };
export type SchedulePreview = {
  ok: true;
  instants: string[];
  notes: ScheduleNote[];
  occurrences: Occurrence[];
};

export const MAX_PREVIEW = 1_000;
// What is shown of a series that never ends when nobody says how much.
const ENDLESS_PREVIEW = 10;

type Schedule = {
  start: Temporal.PlainDateTime;
  timezone: string;
  recurrence: Recurrence | null;
  until: Temporal.PlainDateTime | null;
};

/**
 * The instants of a schedule, past ones too (A6, X1, X2): computed in local time and only then placed in the zone,
 * so that month ends do not drift and a shifted day does not shift those after it.
 */
export function previewSchedule(input: ScheduleInput): SchedulePreview | ScheduleError {
  const schedule = readSchedule(input);
  if ("code" in schedule) return schedule;
  const { recurrence, until } = schedule;
  const isEndless =
    recurrence !== null && recurrence.count === null && recurrence.until === null && until === null;
  const limit = input.count ?? (isEndless ? ENDLESS_PREVIEW : MAX_PREVIEW);
  const occurrences: Occurrence[] = [];
  const walked = walk(schedule, (occurrence) => {
    occurrences.push(occurrence);
    return occurrences.length < limit;
  });
  if (walked === "never_matches") return refuse("rrule_never_matches", "rrule");
  const notes = [...new Set(occurrences.flatMap(({ note }) => note ?? []))];
  return { ok: true, instants: occurrences.map(({ instant }) => instant), notes, occurrences };
}

/** The first time of the series later than `after` (an instant), or null when it is over (X1: only the next one). */
export function nextOccurrence(
  input: Omit<ScheduleInput, "count">,
  after: string,
): { ok: true; occurrence: Occurrence | null } | ScheduleError {
  const schedule = readSchedule(input);
  if ("code" in schedule) return schedule;
  const threshold = Temporal.Instant.from(after);
  let occurrence: Occurrence | null = null;
  walk(fastForward(schedule, threshold), (candidate) => {
    const isLater = Temporal.Instant.compare(Temporal.Instant.from(candidate.instant), threshold) > 0;
    if (isLater) occurrence = candidate;
    return !isLater;
  });
  return { ok: true, occurrence };
}

/** The times of the series later than `after` and not later than `until`, at most `limit` of them, in order. */
export function occurrencesBetween(
  input: Omit<ScheduleInput, "count">,
  { after, until, limit }: { after: string; until: string; limit: number },
): Occurrence[] {
  const schedule = readSchedule(input);
  if ("code" in schedule) return [];
  const [first, last] = [Temporal.Instant.from(after), Temporal.Instant.from(until)];
  const found: Occurrence[] = [];
  walk(fastForward(schedule, first), (candidate) => {
    const at = Temporal.Instant.from(candidate.instant);
    if (Temporal.Instant.compare(at, last) > 0) return false;
    if (Temporal.Instant.compare(at, first) > 0) found.push(candidate);
    return found.length < limit;
  });
  return found;
}

function readSchedule(input: ScheduleInput): Schedule | ScheduleError {
  if (!isTimezone(input.timezone)) return refuse("timezone_invalid", "timezone");
  const start = readLocalTime(input.localTime);
  if (start === null) return refuse("local_time_invalid", "localTime");
  const until = input.until ? readLocalEnd(input.until) : null;
  if (input.until && until === null) return refuse("until_invalid", "until");
  const { count } = input;
  if (typeof count === "number" && !(Number.isInteger(count) && count >= 1 && count <= MAX_PREVIEW)) {
    return refuse("count_invalid", "count", { max: MAX_PREVIEW });
  }
  if (!input.rrule) return { start, timezone: input.timezone, recurrence: null, until };
  const parsed = parseRrule(input.rrule);
  if (!parsed.ok) return refuse("rrule_invalid", "rrule", { part: parsed.part });
  return { start, timezone: input.timezone, recurrence: parsed.recurrence, until };
}

type Visitor = (occurrence: Occurrence) => boolean;

/** Walks the series in order until it ends or the visitor has enough. Times that fall on one instant count once. */
function walk(schedule: Schedule, visit: Visitor): "done" | "never_matches" {
  const { start, timezone, recurrence } = schedule;
  let counted = 0;
  let last = "";
  const take = (local: Temporal.PlainDateTime): boolean => {
    const { instant, note } = resolveInZone(local, timezone);
    if (isOver(schedule, local, instant)) return false;
    counted += 1;
    const hasMore = !recurrence?.count || counted < recurrence.count;
    const text = instant.toString();
    if (text === last || isExcepted(recurrence, local, instant)) return hasMore;
    last = text;
    return visit({ localTime: localText(local), instant: text, ...(note && { note }) }) && hasMore;
  };
  if (recurrence === null) {
    take(start);
    return "done";
  }
  // The rule runs on a clock without a zone: UTC has neither gaps nor repeated hours.
  const rule = new RRuleTemporal({
    rruleString: recurrence.rule,
    dtstart: start.toZonedDateTime("UTC"),
    strict: true,
  });
  try {
    rule.all((date) => take(Temporal.PlainDateTime.from(date.toString().slice(0, 19))));
  } catch {
    // The engine gives up on a series whose next time it does not find; what was found stands.
    return counted === 0 ? "never_matches" : "done";
  }
  return "done";
}

function isOver(schedule: Schedule, local: Temporal.PlainDateTime, instant: Temporal.Instant): boolean {
  const { until, recurrence } = schedule;
  if (until && Temporal.PlainDateTime.compare(local, until) > 0) return true;
  return recurrence?.until ? isAfter(local, instant, recurrence.until) : false;
}

function isExcepted(
  rule: Recurrence | null,
  local: Temporal.PlainDateTime,
  instant: Temporal.Instant,
): boolean {
  return rule?.exceptions.some((moment) => isSame(local, instant, moment)) ?? false;
}

function localText(local: Temporal.PlainDateTime): string {
  return local.toString({ smallestUnit: local.second === 0 ? "minute" : "second" });
}

const FIXED_STEP_SECONDS: Record<string, number> = {
  SECONDLY: 1,
  MINUTELY: 60,
  HOURLY: 3_600,
  DAILY: 86_400,
  WEEKLY: 604_800,
};

/** Moves the start of a long series near the instant, by whole steps; not where occurrences are counted. */
function fastForward(schedule: Schedule, threshold: Temporal.Instant): Schedule {
  const { recurrence, start } = schedule;
  const step = FIXED_STEP_SECONDS[recurrence?.parts.get("FREQ") ?? ""];
  if (!recurrence || recurrence.count !== null || step === undefined) return schedule;
  const interval = step * Number(recurrence.parts.get("INTERVAL") ?? 1);
  const near = threshold.toZonedDateTimeISO("UTC").toPlainDateTime().subtract({ days: 3 });
  const seconds = start.until(near, { largestUnit: "second" }).seconds;
  const steps = Math.floor(seconds / interval);
  return steps <= 0 ? schedule : { ...schedule, start: start.add({ seconds: steps * interval }) };
}

function isAfter(local: Temporal.PlainDateTime, instant: Temporal.Instant, end: RuleMoment): boolean {
  if (end.kind === "instant") return Temporal.Instant.compare(instant, end.at) > 0;
  if (end.kind === "local") return Temporal.PlainDateTime.compare(local, end.at) > 0;
  return Temporal.PlainDate.compare(local.toPlainDate(), end.at) > 0;
}

function isSame(local: Temporal.PlainDateTime, instant: Temporal.Instant, moment: RuleMoment): boolean {
  if (moment.kind === "instant") return instant.equals(moment.at);
  return moment.kind === "local" ? local.equals(moment.at) : local.toPlainDate().equals(moment.at);
}

function refuse(
  code: ScheduleErrorCode,
  path: ScheduleError["path"],
  params: ScheduleError["params"] = {},
): ScheduleError {
  return { ok: false, code, path, params };
}
