import "server-only";
import { z } from "zod";
import { ENDS, REPEATS, rruleOf, WEEKDAYS } from "./repeat-rules";
import type { ScheduleChoice } from "./types";

const blankToNothing = (value: unknown) => (value === "" ? undefined : value);
const list = (value: unknown) => (typeof value === "string" ? value.split(",").filter(Boolean) : value);

/** The fields of the composer that say when, flat as a browser sends them. */
export const whenFields = {
  when: z.enum(["now", "at"]).default("now"),
  localTime: z.preprocess(blankToNothing, z.string().max(30).optional()),
  timezone: z.preprocess(blankToNothing, z.string().max(64).optional()),
  memberLocal: z.literal("on").optional(),
  businessHours: z.literal("on").optional(),
  repeat: z.enum(REPEATS).default("once"),
  weekdays: z.preprocess(list, z.array(z.enum(WEEKDAYS)).max(7).optional()).transform((days) => days ?? []),
  ends: z.enum(ENDS).default("never"),
  until: z.union([z.literal(""), z.iso.date()]).default(""),
  count: z
    .preprocess(blankToNothing, z.coerce.number().int().min(1).max(999_999).optional())
    .transform((count) => count ?? null),
  rrule: z.string().max(2_000).default(""),
  exceptions: z.string().max(2_000).default(""),
};

const whenShape = z.object(whenFields);
type WhenForm = z.output<typeof whenShape>;

/** The field that must be filled in and is not. */
export function missingWhen(form: WhenForm): "localTime" | "until" | "count" | "rrule" | null {
  if (form.when === "now") return null;
  if (!form.localTime) return "localTime";
  if (form.repeat === "own") return form.rrule.trim() === "" ? "rrule" : null;
  if (form.repeat === "once") return null;
  if (form.ends === "until" && form.until === "") return "until";
  return form.ends === "count" && form.count === null ? "count" : null;
}

/** The schedule that the fields mean. */
export function scheduleOf(form: WhenForm): ScheduleChoice {
  const business = form.businessHours ? { businessHours: true } : {};
  if (form.when === "now") return { mode: "now", ...business };
  const { localTime = "", timezone } = form;
  return {
    mode: form.memberLocal ? "memberLocal" : "at",
    localTime,
    timezone,
    rrule: rruleOf(form, localTime),
    ...business,
  };
}

/** What the composer asks about, while it is typed. */
export const nextTimesQuery = whenShape.transform((form) => ({ ...scheduleOf({ ...form, when: "at" }) }));
