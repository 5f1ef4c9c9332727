import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { countChoices } from "../block-sql";
import { isOpen } from "../rules";
import type { Block, OwnAnswer, PortalBlock } from "../types";
import { blockColumns, toBlock } from "./find-block";
import { countsOf } from "./get-results";

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
  const [blocks, answers, counts] = await Promise.all([
    ctx.db.block.findMany({ where: { id: { in: wanted } }, select: blockColumns }),
    ctx.db.blockAnswer.findMany({
      where: { memberId, blockId: { in: wanted } },
      select: { blockId: true, choices: true, score: true, ticket: true, wonPlace: true },
    }),
    countChoices(ctx.db, wanted),
  ]);
  const own = new Map(answers.map(({ blockId, ...answer }) => [blockId, answer]));
  const viewOf = (block: Block) =>
    portalBlock(
      block,
      own.get(block.id) ?? null,
      counts.filter(({ blockId }) => blockId === block.id),
      ctx.now,
    );
  return new Map(blocks.map((row) => [row.id, viewOf(toBlock(row))]));
}

type Counts = { choice: string | null; count: number }[];

function portalBlock(block: Block, own: OwnAnswer | null, counts: Counts, now: Date): PortalBlock {
  const open = isOpen(block, now);
  const { content } = block;
  const going = counts.find(({ choice }) => choice === "yes")?.count ?? 0;
  return {
    block,
    isOpen: open,
    own,
    results: own !== null || !open ? countsOf(block, counts, false) : null,
    isFull: content.kind === "event" && content.seats !== null && going >= content.seats,
  };
}
