import "server-only";
import { z } from "zod";
import { definePlatformJob } from "@/lib/platform/jobs/define-job";
import { systemSweepMedia } from "./commands/sweep-media";

/** By the clock: what was uploaded and never shown. */
export const sweepMediaJob = definePlatformJob({
  name: "media.sweep",
  payload: z.looseObject({}),
  handlePlatform: () => systemSweepMedia(new Date()),
});
