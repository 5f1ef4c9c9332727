import { z } from "zod";

/** Handles what webhooks brought; its handler stands with the inbox, into which people write. */
export const takeEventsJob = { name: "whatsapp.take_events", payload: z.object({}) };

/** One in the queue for each tenant. */
export function takeEventsKey(tenantId: string): string {
  return `whatsapp:${tenantId}`;
}
