import "server-only";
import { ownMemberId } from "@/lib/communities/actor-rules";
import { SMALLEST_SHOWN, shownCount } from "@/lib/communities/rules";
import type { TenantContext } from "@/lib/platform/context";
import { type ChoiceRow, countChoices, sumScores } from "../block-sql";
import { choicesOf, isOpen, resultsShow, scaleOf } from "../rules";
import type { Block, BlockAsSeen, BlockResults } from "../types";
import { findBlock } from "./find-block";

/**
 * A block with what was answered so far. To members it shows once they have answered themselves, or it is over, and no count
 * below five (P12), as in the portal. @throws Refusal `not_found`
 */
export async function getBlock(ctx: TenantContext, id: string): Promise<BlockAsSeen> {
  const { block, isManager } = await findBlock(ctx, id);
  if (!isManager && !(await showsResults(ctx, block)))
    return { ...block, isOpen: isOpen(block, ctx.now), people: null, counts: [], score: null };
  return await resultsOf(ctx, block, { counts: await countChoices(ctx.db, [id]), exact: isManager });
}

async function showsResults(ctx: TenantContext, block: Block): Promise<boolean> {
  const memberId = ownMemberId(ctx.actor);
  const answers = memberId ? await ctx.db.blockAnswer.count({ where: { blockId: block.id, memberId } }) : 0;
  return resultsShow({ hasAnswered: answers > 0, isOpen: isOpen(block, ctx.now) });
}

type Counted = { counts: readonly ChoiceRow[]; exact: boolean };

/** The results of a block that the reader may see, from counts of one or more; `exact`: small counts too. */
export async function resultsOf(
  ctx: TenantContext,
  block: Block,
  { counts, exact }: Counted,
): Promise<BlockResults> {
  return {
    ...block,
    isOpen: isOpen(block, ctx.now),
    ...countsOf(block, counts, exact),
    score: await averageOf(ctx, block, exact),
  };
}

/** The average of a question's scores, with one decimal; null without any, or where so few could identify people. */
async function averageOf(ctx: TenantContext, block: Block, exact: boolean): Promise<number | null> {
  if (!scaleOf(block.content)) return null;
  const { sum, count } = await sumScores(ctx.db, block.id);
  const isShown = count > 0 && (exact || count >= SMALLEST_SHOWN);
  return isShown ? Math.round((sum / count) * 10) / 10 : null;
}

/** Counts in the order of the choices, those nobody chose too; from rows of this block and of others. */
export function countsOf(block: Block, rows: readonly ChoiceRow[], exact: boolean) {
  const of = (choice: string | null) => countOf(rows, block.id, choice);
  return {
    people: shownCount(of(null), exact),
    counts: choicesOf(block.content).map((choice) => ({ choice, count: shownCount(of(choice), exact) })),
  };
}

/** How many chose this in a block; null for how many answered at all. */
export function countOf(rows: readonly ChoiceRow[], blockId: string, choice: string | null): number {
  return rows.find((row) => row.blockId === blockId && row.choice === choice)?.count ?? 0;
}
