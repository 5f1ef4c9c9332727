import "server-only";
import { z } from "zod";
import { admitWaitingJob as admitWaitingName } from "@/lib/communities/job-names";
import { defineJob, definePlatformJob } from "@/lib/platform/jobs/define-job";
import { admitWaiting } from "./commands/admit-waiting";
import { sweepWaiting } from "./commands/sweep-waiting";
import { tellComeIn, tellSuggestionDecided } from "./commands/tell-people";
import { tellComeInJob as tellComeInName, tellSuggestionJob as tellSuggestionName } from "./job-names";

export const admitWaitingJob = defineJob({
  ...admitWaitingName,
  handle: (ctx, { communityId }) => admitWaiting(ctx, communityId),
});

export const tellComeInJob = defineJob({ ...tellComeInName, handle: tellComeIn });

export const tellSuggestionJob = defineJob({ ...tellSuggestionName, handle: tellSuggestionDecided });

/** By the clock: limits may have been raised (L13). */
export const sweepWaitingJob = definePlatformJob({
  name: "sweep_waiting",
  payload: z.looseObject({}),
  handlePlatform: sweepWaiting,
});
