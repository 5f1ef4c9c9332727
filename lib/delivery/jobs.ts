import "server-only";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { takeEventsJob } from "@/lib/whatsapp/job-names";
import { systemTakeWhatsappEvents } from "./commands/take-whatsapp-events";

export const takeWhatsappEventsJob = defineJob({
  ...takeEventsJob,
  handle: (ctx) => systemTakeWhatsappEvents(ctx),
});
