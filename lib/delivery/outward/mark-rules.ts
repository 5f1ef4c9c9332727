import { MOST_ATTEMPTS, pauseBefore } from "../channel-rules";
import type { Outcome, OutsideChannel } from "../channels/channel";
import type { Mark } from "./mark-sql";

/**
 * What a try makes of a delivery. What failed for now waits and is tried again, longer each time; after the last try it has
 * failed. When the channel itself asks to wait, that is no try of this person's. What no answer came to is unknown, and asked
 * again where the receiver knows a repetition (A16).
 */
export function markOf(
  { memberId, token }: { memberId: string; token: number },
  outcome: Outcome,
  { isRepeatable }: Pick<OutsideChannel, "isRepeatable">,
): Mark {
  const none = { memberId, token, providerId: null, waitSeconds: null };
  switch (outcome.kind) {
    case "sent":
      return { ...none, status: "sent", reason: null, providerId: outcome.providerId };
    case "failed":
      return { ...none, status: "failed", reason: outcome.reason };
    case "unknown": {
      const isAskedAgain = isRepeatable && token < MOST_ATTEMPTS;
      const waitSeconds = isAskedAgain ? pauseBefore(token) : null;
      return { ...none, status: "unknown", reason: outcome.reason, waitSeconds };
    }
    case "later": {
      if (!outcome.isOurs && token >= MOST_ATTEMPTS)
        return { ...none, status: "failed", reason: outcome.reason };
      const waitSeconds = outcome.afterSeconds ?? (outcome.isOurs ? 5 : pauseBefore(token));
      return { ...none, status: "queued", reason: outcome.reason, waitSeconds };
    }
  }
}

/** Taken and not sent, because the sending was held or stopped: it waits again. */
export function notSent({ memberId, token }: { memberId: string; token: number }): Mark {
  return { memberId, token, status: "queued", reason: null, providerId: null, waitSeconds: null };
}
