import "server-only";
import type { z } from "zod";
import { invalidInput } from "@/lib/shared/refusal";
import { previewSchedule } from "../schedule-rules";
import type { schedulePreviewInput } from "../schema";

/** The instants that a schedule becomes, past ones too (A6, X1, X2). @throws Refusal `invalid_input` at the part that is wrong. */
export function getSchedulePreview(input: z.output<typeof schedulePreviewInput>) {
  const preview = previewSchedule(input);
  if (!preview.ok) throw invalidInput({ path: preview.path, code: preview.code, params: preview.params });
  return { instants: preview.instants, notes: preview.notes };
}
