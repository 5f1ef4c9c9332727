import { z } from "zod";

export const taskForm = z.object({ taskId: z.uuid() });

export const assignInput = z.strictObject({ memberId: z.uuid() });
export const assignForm = taskForm.extend({ memberId: z.uuid() });

/** `todo`: still to be posted; `done`: posted, or over. */
export const taskFilter = z.object({
  state: z.enum(["todo", "done"]).default("todo"),
  whose: z.enum(["mine", "all"]).default("all"),
});
export type TaskFilter = z.output<typeof taskFilter>;
