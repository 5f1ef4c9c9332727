import { z } from "zod";

/** Lets in who waits for rooms of a community: queued here by whatever frees a place, handled in lib/groups/jobs.ts (L10). */
export const admitWaitingJob = { name: "admit_waiting", payload: z.object({ communityId: z.uuid() }) };
