import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { listTickets, lockBlock, markWinners } from "../block-sql";
import { winnersOf } from "../draw-rules";
import { isOpen } from "../rules";
import { unsafeClose } from "./close-block";
import { requireManager } from "./require-manager";

/**
 * Draws the winners of a giveaway whose entries have ended, once, and publishes the secret with them (A20).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `no_giveaway`, `block_open`, `already_drawn`, `no_entries`
 */
export async function drawWinners(ctx: TenantContext, id: string): Promise<void> {
  const { content, announcementId } = await requireManager(ctx, id);
  if (content.kind !== "giveaway") throw new Refusal("no_giveaway");
  await inTransaction(ctx, async (tx) => {
    const locked = await lockBlock(tx.db, id, "update");
    if (!locked || isOpen(locked, tx.now)) throw new Refusal("block_open");
    if (locked.drawnAt) throw new Refusal("already_drawn");
    // The time has come, and its job has not.
    await unsafeClose(tx, id);
    const { secret } = await tx.db.block.findFirstOrThrow({ where: { id }, select: { secret: true } });
    const tickets = await listTickets(tx.db, id);
    if (tickets.length === 0 || !secret) throw new Refusal("no_entries");
    await markWinners(tx.db, id, await winnersOf({ secret, tickets, winners: content.winners }));
    await tx.db.block.updateMany({ where: { id }, data: { drawnAt: tx.now } });
    await recordAudit(tx, { action: "block.drawn", subjectKind: "announcement", subjectId: announcementId });
  });
}
