import "server-only";
import { z } from "zod";
import { defineJob, definePlatformJob } from "@/lib/platform/jobs/define-job";
import { systemReleaseHeld } from "./commands/release-held";
import { sendOccurrence } from "./commands/send-occurrence";
import { startAnnouncement } from "./commands/start-announcement";
import { sweepSendings } from "./commands/sweep-sendings";
import { drainJob, releaseHeldJob, startJob } from "./job-names";

export const startAnnouncementJob = defineJob({
  ...startJob,
  handle: (ctx, { announcementId }) => startAnnouncement(ctx, announcementId),
});

export const drainOccurrenceJob = defineJob({
  ...drainJob,
  handle: (ctx, { occurrenceId }) => sendOccurrence(ctx, occurrenceId),
});

export const releaseHeldAnnouncementsJob = defineJob({
  ...releaseHeldJob,
  handle: (ctx) => systemReleaseHeld(ctx),
});

/** By the clock, and when a worker comes up: nothing stays scheduled in the past, nothing stays half sent (A12). */
export const sweepSendingsJob = definePlatformJob({
  name: "sweep_sendings",
  payload: z.looseObject({}),
  handlePlatform: () => sweepSendings(new Date()),
});
