import { z } from "zod";
import { FINAL_STATUSES } from "./rules";

/** What came of an item goes to its author and whoever supported it: those who were not told of this end in this round. */
export const tellOutcomeName = {
  name: "feedback.tell_outcome",
  payload: z.object({
    feedbackId: z.uuid(),
    status: z.enum(FINAL_STATUSES),
    round: z.int().min(1),
    /** Who ended it knows. */
    besides: z.uuid().nullable(),
  }),
};

export const tellOverdueName = { name: "feedback.tell_overdue", payload: z.looseObject({}) };

export const sendDigestsName = { name: "feedback.send_digests", payload: z.looseObject({}) };
