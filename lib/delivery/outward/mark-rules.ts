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
  now: Date,
): Mark {
  const none = { memberId, token, providerId: null, leaseUntil: null };
  switch (outcome.kind) {
    case "sent":
      return { ...none, status: "sent", reason: null, providerId: outcome.providerId };
    case "failed":
      return { ...none, status: "failed", reason: outcome.reason };
    case "unknown": {
      const isAskedAgain = isRepeatable && token < MOST_ATTEMPTS;
      const leaseUntil = isAskedAgain ? new Date(now.getTime() + pauseBefore(token) * 1_000) : null;
      return { ...none, status: "unknown", reason: outcome.reason, leaseUntil };
    }
    case "later": {
      if (!outcome.isOurs && token >= MOST_ATTEMPTS)
        return { ...none, status: "failed", reason: outcome.reason };
      const seconds = outcome.afterSeconds ?? (outcome.isOurs ? 5 : pauseBefore(token));
      return {
        ...none,
        status: "queued",
        reason: outcome.reason,
        leaseUntil: new Date(now.getTime() + seconds * 1_000),
      };
    }
  }
}
