import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { type ChoiceRow, countChoices } from "../block-sql";
import { isOpen, resultsShow } from "../rules";
import type { Block, OwnAnswer, PortalBlock } from "../types";
import { blockColumns, toBlock } from "./find-block";
import { countOf, countsOf } from "./get-results";

/**
 * The blocks of what was delivered to a member, by id, with their own answers. The caller read the ids from the member's feed.
 * What others answered shows once one has answered oneself, or it is over; never below five (P12).
 */
export async function listPortalBlocks(
  ctx: TenantContext,
  memberId: string,
  ids: readonly (string | null)[],
): Promise<Map<string, PortalBlock>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const [rows, answers] = await Promise.all([
    ctx.db.block.findMany({ where: { id: { in: wanted } }, select: blockColumns }),
    ctx.db.blockAnswer.findMany({
      where: { memberId, blockId: { in: wanted } },
      select: { blockId: true, choices: true, score: true, ticket: true, wonPlace: true },
    }),
  ]);
  const own = new Map(answers.map(({ blockId, ...answer }) => [blockId, answer]));
  const seen = rows.map(toBlock).map((block) => seenBy(block, own.get(block.id) ?? null, ctx.now));
  // Counting reads every answer of a block: only of those of which something of it shows.
  const counted = seen.filter(({ showsResults, seats }) => showsResults || seats !== null);
  const counts = await countChoices(
    ctx.db,
    counted.map(({ block }) => block.id),
  );
  return new Map(seen.map((one) => [one.block.id, portalBlock(one, counts)]));
}

type Seen = Pick<PortalBlock, "block" | "isOpen" | "own"> & { showsResults: boolean; seats: number | null };

function seenBy(block: Block, own: OwnAnswer | null, now: Date): Seen {
  const open = isOpen(block, now);
  const seats = block.content.kind === "event" ? block.content.seats : null;
  return {
    block,
    isOpen: open,
    own,
    showsResults: resultsShow({ hasAnswered: own !== null, isOpen: open }),
    seats,
  };
}

function portalBlock({ showsResults, seats, ...seen }: Seen, counts: readonly ChoiceRow[]): PortalBlock {
  return {
    ...seen,
    results: showsResults ? countsOf(seen.block, counts, false) : null,
    isFull: seats !== null && countOf(counts, seen.block.id, "yes") >= seats,
  };
}
