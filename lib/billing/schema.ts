import { z } from "zod";
import { INTERVALS, PAID_PLANS } from "@/lib/plans/catalogue";

/** What can be bought: a paid plan for a month or a year. */
export const planChoiceSchema = z.strictObject({ plan: z.enum(PAID_PLANS), interval: z.enum(INTERVALS) });
export type PlanChoice = z.output<typeof planChoiceSchema>;
