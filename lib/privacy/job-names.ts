import { z } from "zod";

// Apart from the handlers, so that commands can put jobs into the queue that call commands.
export const removeFilesJob = {
  name: "privacy.remove_files",
  payload: z.object({ fileIds: z.array(z.uuid()).min(1) }),
};

/** Takes the samples of the planner anew after an erasure: work on all large tables that nobody should wait for. */
export const forgetSamplesJob = { name: "privacy.forget_samples", payload: z.looseObject({}) };
