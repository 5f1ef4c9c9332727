import { ENDS, REPEATS, type RepeatChoice } from "@/lib/announcements/repeat-rules";

/** What the fields of "when" say now. */
export type WhenState = RepeatChoice & {
  when: "now" | "at";
  localTime: string;
  isMemberLocal: boolean;
  isBusiness: boolean;
};

/** Reads it from the form; a field that is away keeps what it said. */
export function readWhen(form: FormData, before: WhenState): WhenState {
  const text = (name: string, kept: string) => (form.has(name) ? String(form.get(name)) : kept);
  const isAt = form.get("when") === "at";
  const isBusiness = form.get("businessHours") === "on";
  if (!isAt || !form.has("repeat")) return { ...pick(before), isBusiness, when: isAt ? "at" : "now" };
  const repeat = REPEATS.find((name) => name === form.get("repeat")) ?? "once";
  const isWeekly = before.repeat === "weekly" && repeat === "weekly";
  return {
    when: "at",
    localTime: text("localTime", before.localTime),
    isMemberLocal: form.get("memberLocal") === "on",
    isBusiness,
    repeat,
    weekdays: isWeekly ? form.getAll("weekdays[]").map(String) : before.weekdays,
    ends: ENDS.find((name) => name === form.get("ends")) ?? before.ends,
    until: text("until", before.until),
    count: form.has("count") ? Number(form.get("count")) || null : before.count,
    rrule: text("rrule", before.rrule),
    exceptions: text("exceptions", before.exceptions),
  };
}

function pick(state: WhenState): WhenState {
  const { when, localTime, isMemberLocal, isBusiness, repeat } = state;
  const { weekdays, ends, until, count, rrule, exceptions } = state;
  const repeating = { repeat, weekdays, ends, until, count, rrule, exceptions };
  return { when, localTime, isMemberLocal, isBusiness, ...repeating };
}
