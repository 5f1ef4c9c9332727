import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { notFound } from "@/lib/shared/refusal";
import { findReadOnlyReason } from "@/lib/tenants/queries/assert-writable";
import { keepAnswer } from "../block-sql";
import { findBlock, hasReceived } from "../queries/find-block";
import { PRESSED } from "../rules";

/**
 * Counts a press of a button by somebody who got it; the way on is never barred, so where nothing may be written, and
 * through somebody else's eyes, it is not counted. @returns the address. @throws Refusal `not_found`
 */
export async function pressButton(ctx: TenantContext, id: string): Promise<string> {
  const found = await findBlock(ctx, id);
  const { block } = found;
  if (block.content.kind !== "button" || ctx.actor.kind !== "member") throw notFound();
  const { memberId, seenBy } = ctx.actor;
  if (!seenBy && (await hasReceived(ctx, found)) && !(await findReadOnlyReason(ctx))) {
    await inTransaction(ctx, (tx) =>
      keepAnswer(tx.db, { blockId: id, memberId, choices: [PRESSED], ticket: null, now: tx.now }),
    );
  }
  return block.content.url;
}
