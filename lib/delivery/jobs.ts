import "server-only";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { systemSettleOccurrence } from "./commands/settle-occurrence";
import { settleJob } from "./job-names";

export const settleOccurrenceJob = defineJob({
  ...settleJob,
  handle: (ctx, { occurrenceId }) => systemSettleOccurrence(ctx, occurrenceId),
});
