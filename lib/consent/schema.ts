import { z } from "zod";
import { CONSENT_CHANNELS, CONSENT_PURPOSES, SINGLE_CHANNELS } from "./types";

const note = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);

/** The body of `POST /members/{id}/consents`. */
export const recordConsentInput = z.strictObject({
  channel: z.enum(CONSENT_CHANNELS),
  purpose: z.enum(CONSENT_PURPOSES),
  granted: z.boolean(),
  wordingVersion: note.optional(),
  source: note.optional(),
});
export type RecordConsentInput = z.output<typeof recordConsentInput>;

/** The form of the member's card: how staff heard of it is required proof. */
export const consentForm = z.object({
  memberId: z.uuid(),
  channel: z.enum(CONSENT_CHANNELS),
  purpose: z.enum(CONSENT_PURPOSES),
  granted: z.enum(["yes", "no"]),
  source: note.min(1),
});

/** The body of `PATCH /members/{id}/channel-order`: the best first, each once; an empty list is the usual order. */
export const channelOrderInput = z.strictObject({
  order: z
    .array(z.enum(CONSENT_CHANNELS).exclude(["all"]))
    .max(SINGLE_CHANNELS.length)
    .transform((order) => [...new Set(order)]),
});

/** The buttons of the portal's list. */
export const moveChannelForm = z.object({
  channel: z.enum(CONSENT_CHANNELS).exclude(["all"]),
  by: z.coerce.number().int().min(-1).max(1),
});
