import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { BlockContent } from "../schema";

/** What the block of a sending asks, for whoever composes it; null without one. */
export async function findAsked(ctx: TenantContext, blockId: string | null): Promise<BlockContent | null> {
  if (blockId === null) return null;
  const row = await ctx.db.block.findFirst({ where: { id: blockId }, select: { content: true } });
  return row ? (row.content as BlockContent) : null;
}
