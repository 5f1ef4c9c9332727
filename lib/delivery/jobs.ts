import "server-only";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { takeEventsJob } from "@/lib/whatsapp/job-names";
import { systemSettleOccurrence } from "./commands/settle-occurrence";
import { systemTakeWhatsappEvents } from "./commands/take-whatsapp-events";
import { settleJob } from "./job-names";

export const settleOccurrenceJob = defineJob({
  ...settleJob,
  handle: (ctx, { occurrenceId }) => systemSettleOccurrence(ctx, occurrenceId),
});

export const takeWhatsappEventsJob = defineJob({
  ...takeEventsJob,
  handle: (ctx) => systemTakeWhatsappEvents(ctx),
});
