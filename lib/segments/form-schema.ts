import { z } from "zod";
import { createSegmentInput, segmentFilter } from "./schema";

/** A filter as text, from a form or an address. */
export const filterText = z
  .string()
  .max(20_000)
  .transform((text, issues): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      issues.addIssue({ code: "custom", message: "invalid" });
      return z.NEVER;
    }
  })
  .pipe(segmentFilter);

export const segmentForm = z.object({
  id: z.uuid().optional(),
  name: createSegmentInput.shape.name,
  filter: filterText,
});
