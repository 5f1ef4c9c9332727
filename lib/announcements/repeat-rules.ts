/** The recurrences that the composer has words for; everything else is a rule of one's own. */
export const REPEATS = [
  "once",
  "daily",
  "weekdays",
  "weekly",
  "monthly",
  "monthEnd",
  "yearly",
  "own",
] as const;
export type Repeat = (typeof REPEATS)[number];

export const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const ENDS = ["never", "until", "count"] as const;
export type Ends = (typeof ENDS)[number];

/** A recurrence as the composer's fields say it. */
export type RepeatChoice = {
  repeat: Repeat;
  /** Of `weekly`; none: the weekday of the first time. */
  weekdays: readonly string[];
  ends: Ends;
  /** The last day, `2026-12-31`. */
  until: string;
  count: number | null;
  /** Of `own`, word for word. */
  rrule: string;
  /** The lines of times that are left out: they stay with the rule. */
  exceptions: string;
};

export const ONCE: RepeatChoice = {
  repeat: "once",
  weekdays: [],
  ends: "never",
  until: "",
  count: null,
  rrule: "",
  exceptions: "",
};

const WORKING_DAYS = "MO,TU,WE,TH,FR";

/** The rule of RFC 5545 that a choice means for a first time (A6); undefined for one that does not repeat. */
export function rruleOf(choice: RepeatChoice, localTime: string): string | undefined {
  if (choice.repeat === "once") return undefined;
  if (choice.repeat === "own") return choice.rrule.trim() || undefined;
  const parts = [...baseOf(choice, localTime), ...endOf(choice)];
  return [parts.join(";"), choice.exceptions.trim()].filter((line) => line !== "").join("\n");
}

function baseOf({ repeat, weekdays }: RepeatChoice, localTime: string): string[] {
  const chosen = WEEKDAYS.filter((day) => weekdays.includes(day));
  const days = chosen.length > 0 ? chosen.join(",") : weekdayOf(localTime);
  switch (repeat) {
    case "weekdays":
      return ["FREQ=WEEKLY", `BYDAY=${WORKING_DAYS}`];
    case "weekly":
      return ["FREQ=WEEKLY", `BYDAY=${days}`];
    case "monthly":
      return ["FREQ=MONTHLY", `BYMONTHDAY=${Number(localTime.slice(8, 10))}`];
    case "monthEnd":
      return ["FREQ=MONTHLY", "BYMONTHDAY=-1"];
    case "yearly":
      return ["FREQ=YEARLY"];
    default:
      return ["FREQ=DAILY"];
  }
}

function endOf({ ends, until, count }: RepeatChoice): string[] {
  if (ends === "until" && until !== "") return [`UNTIL=${until.replaceAll("-", "")}`];
  return ends === "count" && count !== null ? [`COUNT=${count}`] : [];
}

/** The weekday of a wall-clock time, as rules name it. */
export function weekdayOf(localTime: string): Weekday {
  const day = new Date(`${localTime.slice(0, 10)}T00:00:00Z`).getUTCDay();
  return WEEKDAYS[(day + 6) % 7] ?? "MO";
}

/** A rule as the composer's fields say it; what they have no words for stays word for word as a rule of one's own. */
export function repeatOf(rrule: string | undefined, localTime: string): RepeatChoice {
  if (!rrule) return ONCE;
  const own: RepeatChoice = { ...ONCE, repeat: "own", rrule };
  const [rule = "", ...exceptions] = rrule.trim().split(/\r?\n/u);
  const parts = new Map(
    rule
      .replace(/^RRULE:/iu, "")
      .split(";")
      .map((part) => part.toUpperCase().split("=") as [string, string]),
  );
  const end = readEnd(parts, localTime);
  if (!end) return own;
  const base = readBase(parts, localTime);
  return base ? { ...ONCE, ...base, ...end, exceptions: exceptions.join("\n") } : own;
}

type End = Pick<RepeatChoice, "ends"> & Partial<RepeatChoice>;

/** Takes the end out of the parts; null for one that is no day. */
function readEnd(parts: Map<string, string>, localTime: string): End | null {
  const [until, count] = [parts.get("UNTIL"), parts.get("COUNT")];
  parts.delete("UNTIL");
  parts.delete("COUNT");
  if (count !== undefined) return { ends: "count", count: Number(count) };
  if (until === undefined) return { ends: "never" };
  const [, year, month, day, time] = /^(\d{4})(\d{2})(\d{2})(?:T(\d{6}))?$/u.exec(until) ?? [];
  if (year === undefined) return null;
  const last = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const clock = `${localTime.slice(11).replaceAll(":", "")}00`.slice(0, 6);
  // An end before that day's own time leaves the day out.
  if (time !== undefined && time < clock) last.setUTCDate(last.getUTCDate() - 1);
  return { ends: "until", until: last.toISOString().slice(0, 10) };
}

function readBase(parts: Map<string, string>, localTime: string): Partial<RepeatChoice> | null {
  const text = [...parts]
    .filter(([name, value]) => !(name === "INTERVAL" && value === "1") && name !== "WKST")
    .map((part) => part.join("="))
    .join(";");
  const repeat = plainRepeats(localTime)[text];
  if (repeat === "weekly") return { repeat, weekdays: [weekdayOf(localTime)] };
  return repeat ? { repeat } : readWeekdays(text);
}

function plainRepeats(localTime: string): Record<string, Repeat> {
  return {
    "FREQ=DAILY": "daily",
    "FREQ=WEEKLY": "weekly",
    [`FREQ=WEEKLY;BYDAY=${WORKING_DAYS}`]: "weekdays",
    "FREQ=MONTHLY": "monthly",
    [`FREQ=MONTHLY;BYMONTHDAY=${Number(localTime.slice(8, 10))}`]: "monthly",
    "FREQ=MONTHLY;BYMONTHDAY=-1": "monthEnd",
    "FREQ=YEARLY": "yearly",
  };
}

function readWeekdays(text: string): Partial<RepeatChoice> | null {
  const weekdays = /^FREQ=WEEKLY;BYDAY=([A-Z,]+)$/u.exec(text)?.[1]?.split(",") ?? [];
  const areKnown = weekdays.length > 0 && weekdays.every((day) => WEEKDAYS.some((known) => known === day));
  return areKnown ? { repeat: "weekly", weekdays } : null;
}
