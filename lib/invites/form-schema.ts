import { z } from "zod";
import { daysAfter } from "@/lib/shared/days";

const DAYS = { never: null, day: 1, week: 7, month: 30 } as const;

/** The form of a new invite. */
export const inviteForm = z.object({
  communityId: z.uuid(),
  groupId: z.union([z.uuid(), z.literal("").transform(() => null)]).default(null),
  expires: z.enum(["never", "day", "week", "month"]).default("never"),
  maxUses: z
    .preprocess(
      (typed) => (typeof typed === "string" && typed.trim() === "" ? null : typed),
      z.coerce
        .number({ error: "not_a_number" })
        .int({ error: "not_a_number" })
        .min(1)
        .max(1_000_000)
        .nullable(),
    )
    .default(null),
  approval: z
    .string()
    .optional()
    .transform((value) => value === "on"),
});

/** The instant at which an invite of so many days ends. */
export function expiryOf(expires: keyof typeof DAYS, now: Date): string | null {
  const days = DAYS[expires];
  return days === null ? null : daysAfter(now, days).toISOString();
}

/** Ending a link; the requests that came by it stay unless they are refused along with it (X18). */
export const revokeForm = z.object({
  inviteId: z.uuid(),
  voidRequests: z
    .string()
    .optional()
    .transform((value) => value === "on"),
});
export const communityReference = z.object({ communityId: z.uuid() });
export const decideForm = z.object({ requestId: z.uuid(), approve: z.enum(["yes", "no"]) });
