import { z } from "zod";

/** The jobs of announcements as those who enqueue them know them: name and payload. The handlers are in jobs.ts. */
export const startJob = { name: "start_announcement", payload: z.object({ announcementId: z.uuid() }) };

export const drainJob = { name: "drain_occurrence", payload: z.object({ occurrenceId: z.uuid() }) };

/** Somebody joined where a sending still reaches them (A5); the database queues it as well, under the same name. */
export const reachNewcomersJob = {
  name: "reach_newcomers",
  payload: z.object({ occurrenceId: z.uuid() }),
};

/** After the plan was paid for again, or grew: what it held goes on. */
export const releaseHeldJob = { name: "release_held_announcements", payload: z.object({}) };

/** One start per announcement: rescheduling moves it (A6). */
export function startKey(announcementId: string): string {
  return `announcement:${announcementId}`;
}

/** One look for newcomers per occurrence in the queue. */
export function newcomersKey(occurrenceId: string): string {
  return `newcomers:${occurrenceId}`;
}

/** One drain per occurrence in the queue; two that run at once share the work. */
export function drainKey(occurrenceId: string): string {
  return `occurrence:${occurrenceId}`;
}
