import "server-only";
import { z } from "zod";
import { defineJob, definePlatformJob } from "@/lib/platform/jobs/define-job";
import { reachNewcomers } from "./commands/reach-newcomers";
import { systemReleaseHeld } from "./commands/release-held";
import { sendOccurrence } from "./commands/send-occurrence";
import { startAnnouncement } from "./commands/start-announcement";
import { sweepEvergreens, sweepSendings } from "./commands/sweep-sendings";
import { drainJob, reachNewcomersJob as newcomersJob, releaseHeldJob, startJob } from "./job-names";

export const startAnnouncementJob = defineJob({
  ...startJob,
  handle: (ctx, { announcementId }) => startAnnouncement(ctx, announcementId),
});

export const drainOccurrenceJob = defineJob({
  ...drainJob,
  handle: (ctx, { occurrenceId }) => sendOccurrence(ctx, occurrenceId),
});

export const reachNewcomersJob = defineJob({
  ...newcomersJob,
  handle: (ctx, { occurrenceId }) => reachNewcomers(ctx, occurrenceId),
});

export const releaseHeldAnnouncementsJob = defineJob({
  ...releaseHeldJob,
  handle: (ctx) => systemReleaseHeld(ctx),
});

/** By the clock, and when a worker comes up: nothing stays scheduled in the past, nothing stays half sent (A12). */
export const sweepSendingsJob = definePlatformJob({
  name: "sweep_sendings",
  payload: z.looseObject({}),
  handlePlatform: (_payload, now) => sweepSendings(now),
});

/** By the clock: who could not get it when they joined may by now, and what a backup brought back woke nothing. */
export const sweepEvergreensJob = definePlatformJob({
  name: "sweep_evergreens",
  payload: z.looseObject({}),
  handlePlatform: (_payload, now) => sweepEvergreens(now),
});
