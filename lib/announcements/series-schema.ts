import { z } from "zod";
import { DAY_MS } from "@/lib/shared/days";

const localTime = z.string().max(30);

export const skipInput = z.strictObject({ localTime });
export const splitInput = z.strictObject({ localTime, scope: z.enum(["this", "following"]) });
export const moveInput = z.strictObject({
  localTime,
  /** The time of a series that is moved; of one that does not repeat there is only one. */
  from: localTime.optional(),
});

const MOST_DAYS = 100;

export const calendarQuery = z
  .object({
    from: z.coerce.date(),
    to: z.coerce.date(),
    communityId: z.uuid().optional(),
  })
  .superRefine(({ from, to }, issues) => {
    const days = (to.getTime() - from.getTime()) / DAY_MS;
    if (days > 0 && days <= MOST_DAYS) return;
    issues.addIssue({ code: "custom", message: "range_invalid", params: { days: MOST_DAYS }, path: ["to"] });
  });
export type CalendarQuery = z.output<typeof calendarQuery>;
