import { Temporal } from "temporal-polyfill";
import { isTimezone } from "./zone-rules";

/** The end or an exception of a rule: a moment in UTC, or a wall-clock time of the schedule's zone. */
export type RuleMoment =
  | { kind: "instant"; at: Temporal.Instant }
  | { kind: "local"; at: Temporal.PlainDateTime }
  | { kind: "day"; at: Temporal.PlainDate };

export type Recurrence = {
  /** The rule without COUNT and UNTIL, which are counted in local time here. */
  rule: string;
  parts: ReadonlyMap<string, string>;
  count: number | null;
  until: RuleMoment | null;
  exceptions: RuleMoment[];
};

export type RruleResult =
  | { ok: true; recurrence: Recurrence }
  | { ok: false; code: "rrule_invalid"; part: string };

const MAX_LENGTH = 2_000;
const DAYS = "(?:MO|TU|WE|TH|FR|SA|SU)";
const listOf = (item: string) => new RegExp(`^${item}(?:,${item})*$`, "u");

// RFC 5545 §3.3.10.
const PARTS: Record<string, RegExp> = {
  FREQ: /^(?:SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)$/u,
  INTERVAL: /^[1-9]\d{0,4}$/u,
  COUNT: /^[1-9]\d{0,5}$/u,
  UNTIL: /^\d{8}(?:T\d{6}Z?)?$/u,
  BYSECOND: listOf("(?:[0-5]?\\d)"),
  BYMINUTE: listOf("(?:[0-5]?\\d)"),
  BYHOUR: listOf("(?:2[0-3]|[01]?\\d)"),
  BYDAY: listOf(`(?:[+-]?(?:[1-4]\\d|5[0-3]|0?[1-9]))?${DAYS}`),
  BYMONTHDAY: listOf("[+-]?(?:3[01]|[12]\\d|0?[1-9])"),
  BYYEARDAY: listOf("[+-]?(?:36[0-6]|3[0-5]\\d|[12]\\d\\d|\\d?[1-9]|[1-9]0)"),
  BYWEEKNO: listOf("[+-]?(?:5[0-3]|[1-4]\\d|0?[1-9])"),
  BYMONTH: listOf("(?:1[0-2]|0?[1-9])"),
  BYSETPOS: listOf("[+-]?(?:36[0-6]|3[0-5]\\d|[12]\\d\\d|\\d?[1-9]|[1-9]0)"),
  WKST: new RegExp(`^${DAYS}$`, "u"),
};

/**
 * Reads a recurrence rule: the RRULE of RFC 5545, with or without its name, and EXDATE lines below it.
 * The part that is wrong is named.
 */
export function parseRrule(text: string): RruleResult {
  if (text.length > MAX_LENGTH) return invalid("length");
  const lines = text
    .toUpperCase()
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const [rule, ...others] = lines.filter((line) => !line.startsWith("EXDATE"));
  if (rule === undefined || others.length > 0) return invalid(others[0]?.slice(0, 40) ?? "FREQ");
  const parts = readParts(rule.replace(/^RRULE:/u, ""));
  if (typeof parts === "string") return invalid(parts);
  const untilText = parts.get("UNTIL");
  const until = untilText === undefined ? null : readMoment(untilText);
  if (untilText !== undefined && until === null) return invalid("UNTIL");
  const exceptions = lines.filter((line) => line.startsWith("EXDATE")).flatMap(readExceptions);
  if (exceptions.some((moment) => moment === null)) return invalid("EXDATE");
  const counted = [...parts].filter(([name]) => name !== "COUNT" && name !== "UNTIL");
  const recurrence: Recurrence = {
    rule: counted.map(([name, value]) => `${name}=${value}`).join(";"),
    parts,
    count: parts.has("COUNT") ? Number(parts.get("COUNT")) : null,
    until,
    exceptions: exceptions.filter((moment) => moment !== null),
  };
  return { ok: true, recurrence };
}

/** The parts by name, or the name of the first wrong one. */
function readParts(rule: string): Map<string, string> | string {
  const parts = new Map<string, string>();
  for (const part of rule.replace(/;$/u, "").split(";")) {
    const [name = "", value = "", ...more] = part.split("=");
    const pattern = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
    if (!pattern?.test(value) || more.length > 0 || parts.has(name)) return part.slice(0, 40) || "FREQ";
    parts.set(name, value);
  }
  if (!parts.has("FREQ")) return "FREQ";
  if (parts.has("COUNT") && parts.has("UNTIL")) return "COUNT";
  return misplacedPart(parts) ?? parts;
}

// RFC 5545 §3.3.10 allows these beside certain frequencies only.
const ALLOWED_WITH: Record<string, readonly string[]> = {
  BYMONTHDAY: ["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "MONTHLY", "YEARLY"],
  BYYEARDAY: ["SECONDLY", "MINUTELY", "HOURLY", "YEARLY"],
  BYWEEKNO: ["YEARLY"],
};

/** A part that stands beside another which excludes it. */
function misplacedPart(parts: ReadonlyMap<string, string>): string | null {
  const freq = parts.get("FREQ") ?? "";
  const hasNumberedDay = /\d/u.test(parts.get("BYDAY") ?? "");
  const mayNumberDays = freq === "MONTHLY" || (freq === "YEARLY" && !parts.has("BYWEEKNO"));
  if (hasNumberedDay && !mayNumberDays) return "BYDAY";
  const names = [...parts.keys()];
  const misplaced = names.find((name) => ALLOWED_WITH[name]?.includes(freq) === false);
  if (misplaced !== undefined) return misplaced;
  const hasOther = names.some((name) => name.startsWith("BY") && name !== "BYSETPOS");
  return parts.has("BYSETPOS") && !hasOther ? "BYSETPOS" : null;
}

function readExceptions(line: string): (RuleMoment | null)[] {
  const match = /^EXDATE((?:;[A-Z-]+=[^:;]+)*):([\dTZ,]+)$/u.exec(line);
  if (!match) return [null];
  const zone = /;TZID=([^;]+)/u.exec(match[1] ?? "")?.[1];
  if (zone !== undefined && !isTimezone(zone)) return [null];
  return (match[2] ?? "").split(",").map(readMoment);
}

function readMoment(text: string): RuleMoment | null {
  const date = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
  const time = text.length > 8 ? `T${text.slice(9, 11)}:${text.slice(11, 13)}:${text.slice(13)}` : "";
  const iso = date + time;
  try {
    if (iso.endsWith("Z")) return { kind: "instant", at: Temporal.Instant.from(iso) };
    if (iso.includes("T"))
      return { kind: "local", at: Temporal.PlainDateTime.from(iso, { overflow: "reject" }) };
    return { kind: "day", at: Temporal.PlainDate.from(iso, { overflow: "reject" }) };
  } catch {
    return null;
  }
}

function invalid(part: string): RruleResult {
  return { ok: false, code: "rrule_invalid", part };
}
