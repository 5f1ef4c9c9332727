import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { countChoices } from "../block-sql";
import type { BlockResults } from "../types";
import { blockColumns, toBlock } from "./find-block";
import { resultsOf } from "./get-results";

const MOST = 5;

/** The latest blocks of an announcement with their results, newest first; the caller has authorised the reader as staff. */
export async function listBlocks(ctx: TenantContext, announcementId: string): Promise<BlockResults[]> {
  const rows = await ctx.db.block.findMany({
    where: { announcementId },
    select: blockColumns,
    orderBy: { id: "desc" },
    take: MOST,
  });
  const counts = await countChoices(
    ctx.db,
    rows.map(({ id }) => id),
  );
  return await Promise.all(rows.map((row) => resultsOf(ctx, toBlock(row), { counts, exact: true })));
}
