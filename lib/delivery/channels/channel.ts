import type { AttachedMedia } from "@/lib/media/types";
import type { TenantContext } from "@/lib/platform/context";
import type { SendingChannel } from "../channel-rules";
import type { Purpose } from "../types";

/** What a channel needs to know of the occurrence that it sends. */
export type SendingOccurrence = {
  id: string;
  /** What it asks of its people. */
  blockId: string | null;
  body: string;
  media: readonly AttachedMedia[];
  communityIds: readonly string[];
  groupIds: readonly string[];
  purpose: Purpose;
  channels: readonly SendingChannel[];
};

export type BatchOutcome = { sent: number; skipped: number };

/** One person of a batch, under a lease. `token` is the number of the attempt: who has an older one has nothing any more. */
export type Recipient = {
  memberId: string;
  token: number;
  address: string;
  name: string;
  locale: string | null;
  community: string;
};

/** A medium as it goes out: by a link that holds for a while, and as long as what shows it stands (X8). */
export type LetterMedia = Pick<AttachedMedia, "id" | "kind" | "contentType" | "name" | "alt"> & {
  url: string;
};

/** What is said to one person, in the forms that channels need. */
export type Letter = {
  /** The same for every try: what the provider or the person's device knows a repetition by. */
  id: string;
  /** As the channel writes an address; of devices all of them, as JSON. */
  to: string;
  locale: string;
  /** Whom it comes from: the community. */
  sender: string;
  subject: string;
  text: string;
  html: string;
  /** The announcement alone, without marks and without what stands around it. */
  words: string;
  /** The same with its marks, as WhatsApp writes them (A2). */
  formatted: string;
  media: readonly LetterMedia[];
  purpose: Purpose;
  /** Where it is read in the portal. */
  url: string;
  /** Where one says no to this channel without signing in: a page, an address for one press (RFC 8058), a word in answer. */
  refusal: { label: string; page: string; oneClick: string; byWord: string };
};
export type Compose = (recipient: Recipient, channel: OutsideChannel["name"]) => Letter;

/** What became of one try. `later`: for sure not sent; `isOurs` when the channel is at fault and not this one address. */
export type Outcome =
  | { kind: "sent"; providerId: string | null }
  | { kind: "failed"; reason: string; hasBounced?: boolean }
  | { kind: "later"; reason: string; afterSeconds?: number; isOurs: boolean }
  | { kind: "unknown"; reason: string };

/**
 * One way out of the house (A10): one file, one vendor. It sends one letter and says what became of it; leases, pace, the
 * last look (X5), marks and counters are the drain's.
 */
export interface OutsideChannel {
  readonly name: Exclude<SendingChannel, "in_app" | "relay">;
  /**
   * Whether the same letter twice is one to the receiver: what a dead worker had in hand, and what no answer came to, is sent
   * again by itself, under the same id (A16).
   */
  readonly isRepeatable: boolean;
  readonly concurrency: number;
  readonly perSecond: number;
  /** How many people may be written to first in a moving day; null or none: no limit. */
  readonly perDay?: number | null;
  readonly leaseSeconds: number;
  /** The channel as one tenant has it: with its own number, pace and limits. */
  tuned?(ctx: TenantContext): Promise<OutsideChannel>;
  send(ctx: TenantContext, letter: Letter): Promise<Outcome>;
}
