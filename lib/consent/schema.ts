import { z } from "zod";
import { CONSENT_CHANNELS, CONSENT_PURPOSES } from "./types";

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
