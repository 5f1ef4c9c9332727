import type { ShownCount } from "@/lib/communities/types";
import type { BlockKind } from "./block-rules";
import type { BlockContent } from "./schema";

/** The interactive block of a sending, without what anybody answered. */
export type Block = {
  id: string;
  announcementId: string;
  kind: BlockKind;
  content: BlockContent;
  openedAt: Date;
  closesAt: Date | null;
  closedAt: Date | null;
  startsAt: Date | null;
  endsAt: Date | null;
  drawnAt: Date | null;
};

/** One's own answer. */
export type OwnAnswer = {
  choices: string[];
  score: number | null;
  ticket: string | null;
  wonPlace: number | null;
};

export type ChoiceCount = { choice: string; count: ShownCount };

/** A block with what was answered so far; small counts are hidden from those who do not administer (P12). */
export type BlockResults = Block & {
  isOpen: boolean;
  people: ShownCount;
  counts: ChoiceCount[];
  /** The average of the scores, with one decimal; null below five of them for whom small counts are hidden. */
  score: number | null;
};

/** The same for whoever may not see yet what was answered: `people` is null, and there are no counts. */
export type BlockAsSeen = Omit<BlockResults, "people"> & { people: ShownCount | null };

/** The block of an item in the portal. */
export type PortalBlock = {
  block: Block;
  isOpen: boolean;
  own: OwnAnswer | null;
  /** What others answered: once one has answered oneself, or it is over. */
  results: Pick<BlockResults, "people" | "counts"> | null;
  /** Whether an event has no seat left. */
  isFull: boolean;
};

export type AnswerRow = {
  memberId: string;
  name: string;
  choices: string[];
  score: number | null;
  ticket: string | null;
  wonPlace: number | null;
  answeredAt: Date;
};

/** What anybody may know of a draw (A20): digests first, then the secret; entries are tickets, never people. */
export type Draw = {
  prize: string;
  winners: number;
  tenantName: string;
  closesAt: Date | null;
  secretHash: string;
  entriesHash: string | null;
  secret: string | null;
  /** In order; empty until the entries are closed. */
  tickets: string[];
  winningTickets: string[];
  drawnAt: Date | null;
};

/** Whom a follow-up is for: those who answered so, or in any way where no choice is named, or who got it and did not. */
export type Answered = {
  blockId: string;
  content: BlockContent;
  communityIds: string[];
  choices: string[];
  hasNot: boolean;
};
