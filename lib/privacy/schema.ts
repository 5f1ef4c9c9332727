import { z } from "zod";
import { boundedText } from "@/lib/shared/bounded-text";
import { REFUSAL_REASONS, REQUEST_KINDS, REQUEST_WAYS } from "./types";

export const eraseMemberInput = z.object({ memberId: z.uuid() });

export const MAX_WORDS = 2_000;
const words = boundedText(MAX_WORDS).default("");

/** What a member asks in the portal. */
export const askInput = z.strictObject({ kind: z.enum(REQUEST_KINDS), details: words });
export type AskInput = z.input<typeof askInput>;

/** What staff enter for somebody who wrote; the day on which it came starts the clock. */
export const enterRequestInput = z.strictObject({
  memberId: z.uuid(),
  kind: z.enum(REQUEST_KINDS),
  receivedBy: z.enum(REQUEST_WAYS).exclude(["portal"]),
  receivedOn: z.iso.date().optional(),
  details: words,
});
export type EnterRequestInput = z.input<typeof enterRequestInput>;

export const completeInput = z.strictObject({ answer: words });
export const refuseInput = z.strictObject({ reason: z.enum(REFUSAL_REASONS), answer: words });

/** The same as a form, whose empty day is none. */
export const enterRequestForm = enterRequestInput.extend({
  receivedOn: z.preprocess((day) => day || undefined, z.iso.date().optional()),
});
