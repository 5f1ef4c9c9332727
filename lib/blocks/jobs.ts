import "server-only";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { systemCloseBlock } from "./commands/close-block";
import { closeBlockJob } from "./job-names";

export const closeBlockOnTimeJob = defineJob({
  ...closeBlockJob,
  handle: (ctx, { blockId }) => systemCloseBlock(ctx, blockId),
});
