import "server-only";
import { shownCount } from "@/lib/communities/rules";
import type { TenantContext } from "@/lib/platform/context";
import { countChoices, sumScores } from "../block-sql";
import { choicesOf, isOpen } from "../rules";
import type { Block, BlockResults } from "../types";
import { findBlock } from "./find-block";

/**
 * A block with what was answered so far. Members see counts once they answered or it is over, and none below five (P12).
 * @throws Refusal `not_found`
 */
export async function getBlock(ctx: TenantContext, id: string): Promise<BlockResults> {
  const { block, isManager } = await findBlock(ctx, id);
  return await resultsOf(ctx, block, isManager);
}

/** The results of a block that the reader may see; `exact`: small counts too. */
export async function resultsOf(ctx: TenantContext, block: Block, exact: boolean): Promise<BlockResults> {
  const [rows, scores] = await Promise.all([countChoices(ctx.db, [block.id]), sumScores(ctx.db, block.id)]);
  const isShown = exact || scores.count >= SMALLEST_AVERAGE;
  return {
    ...block,
    isOpen: isOpen(block, ctx.now),
    ...countsOf(block, rows, exact),
    score: scores.count > 0 && isShown ? Math.round((scores.sum / scores.count) * 10) / 10 : null,
  };
}

const SMALLEST_AVERAGE = 5;

type Row = { choice: string | null; count: number };

/** Counts in the order of the choices, those nobody chose too. */
export function countsOf(block: Block, rows: readonly Row[], exact: boolean) {
  const of = (choice: string | null) => rows.find((row) => row.choice === choice)?.count ?? 0;
  return {
    people: shownCount(of(null), exact),
    counts: choicesOf(block.content).map((choice) => ({ choice, count: shownCount(of(choice), exact) })),
  };
}
