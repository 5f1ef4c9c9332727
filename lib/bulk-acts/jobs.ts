import "server-only";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { systemRunBulkAct } from "./commands/run-bulk-act";
import { runBulkActName } from "./job-names";

export const runBulkActJob = defineJob({
  ...runBulkActName,
  handle: (ctx, { actId }) => systemRunBulkAct(ctx, actId),
});
