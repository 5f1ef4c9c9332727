/** What an answer of the Cloud API that is no success means for the message. `isOurs`: the whole number waits. */
export type Fate =
  | { kind: "failed"; reason: string }
  | { kind: "later"; reason: string; afterSeconds?: number; isOurs: boolean }
  | { kind: "unknown"; reason: string };

// Codes as in Meta's error reference (cloud-api/support/error-codes), checked 2026-10.
const FAILED: Readonly<Record<number, string>> = {
  100: "letter_refused",
  130472: "left_out_by_whatsapp",
  131008: "letter_refused",
  131009: "letter_refused",
  131021: "own_number",
  131026: "not_on_whatsapp",
  131030: "not_on_whatsapp",
  131047: "window_closed",
  131049: "had_enough",
  131050: "said_no_to_promotions",
  131051: "letter_refused",
  131052: "media_refused",
  131053: "media_refused",
  132000: "template_refused",
  132001: "template_refused",
  132005: "template_refused",
  132007: "template_refused",
  132012: "template_refused",
  132015: "template_paused",
  132016: "template_paused",
  132018: "template_refused",
};
const MINUTE = 60;
const OURS: Readonly<Record<number, { reason: string; afterSeconds: number }>> = {
  0: { reason: "token_refused", afterSeconds: 10 * MINUTE },
  3: { reason: "token_refused", afterSeconds: 10 * MINUTE },
  4: { reason: "limit_reached", afterSeconds: MINUTE },
  10: { reason: "token_refused", afterSeconds: 10 * MINUTE },
  190: { reason: "token_refused", afterSeconds: 10 * MINUTE },
  200: { reason: "token_refused", afterSeconds: 10 * MINUTE },
  368: { reason: "number_blocked", afterSeconds: 60 * MINUTE },
  80007: { reason: "limit_reached", afterSeconds: MINUTE },
  130429: { reason: "limit_reached", afterSeconds: 2 },
  131031: { reason: "number_blocked", afterSeconds: 60 * MINUTE },
  131042: { reason: "payment_missing", afterSeconds: 60 * MINUTE },
  131048: { reason: "limit_reached", afterSeconds: 60 * MINUTE },
  133010: { reason: "number_not_registered", afterSeconds: 60 * MINUTE },
};
// One message in six seconds to the same person.
const PAIR_RATE = 131_056;
const PAIR_SECONDS = 6;

/** What to do with a message that was not taken: by the code of the answer, else by its status. */
export function fateOf(httpStatus: number, code: number | null, retryAfterSeconds: number | null): Fate {
  if (code !== null && FAILED[code]) return { kind: "failed", reason: FAILED[code] };
  if (code === PAIR_RATE)
    return { kind: "later", reason: "person_busy", afterSeconds: PAIR_SECONDS, isOurs: false };
  const ours = (code === null ? undefined : OURS[code]) ?? oursBy(httpStatus);
  if (ours) return { kind: "later", isOurs: true, ...ours, ...afterOf(retryAfterSeconds) };
  if (httpStatus >= 500)
    return { kind: "later", reason: "whatsapp_down", isOurs: false, ...afterOf(retryAfterSeconds) };
  return { kind: "failed", reason: "letter_refused" };
}

function oursBy(httpStatus: number): (typeof OURS)[number] | undefined {
  if (httpStatus === 429) return { reason: "limit_reached", afterSeconds: MINUTE };
  return httpStatus === 401 || httpStatus === 403 ? OURS[190] : undefined;
}

function afterOf(seconds: number | null): { afterSeconds?: number } {
  return seconds === null ? {} : { afterSeconds: seconds };
}

/** Why a message failed that had been taken, as a webhook tells it. */
export function reasonOf(code: number | null): string {
  if (code === null) return "whatsapp_failed";
  return FAILED[code] ?? OURS[code]?.reason ?? `whatsapp_${code}`;
}

/** The person stopped promotions of this number inside WhatsApp. */
export const STOPPED_PROMOTIONS = 131_050;
