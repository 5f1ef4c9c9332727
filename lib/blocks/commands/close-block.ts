import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { listTickets, lockBlock } from "../block-sql";
import { entriesDigestOf } from "../draw-rules";
import { requireManager } from "./require-manager";

/**
 * Ends the answers of a block before its time; of a giveaway the digest of its entries is published with it (A20).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `block_closed`
 */
export async function closeBlock(ctx: TenantContext, id: string): Promise<void> {
  const { announcementId } = await requireManager(ctx, id);
  await inTransaction(ctx, async (tx) => {
    if (!(await unsafeClose(tx, id))) throw new Refusal("block_closed");
    await recordAudit(tx, { action: "block.closed", subjectKind: "announcement", subjectId: announcementId });
  });
}

/** The same when the time has come; done before, or of another time now, it does nothing. */
export async function systemCloseBlock(ctx: TenantContext, id: string): Promise<void> {
  const block = await ctx.db.block.findFirst({ where: { id }, select: { closesAt: true } });
  if (!block?.closesAt || block.closesAt > ctx.now) return;
  await inTransaction(ctx, (tx) => unsafeClose(tx, id));
}

/** Closes what is open; its caller has checked the right. @returns whether it was open */
export async function unsafeClose(tx: TenantContext, id: string): Promise<boolean> {
  const locked = await lockBlock(tx.db, id, "update");
  if (!locked || locked.closedAt) return false;
  const tickets = await listTickets(tx.db, id);
  const entriesHash = await entriesDigestOf(tickets);
  await tx.db.block.updateMany({
    where: { id },
    data: { closedAt: earlier(locked.closesAt, tx.now), entriesHash },
  });
  return true;
}

function earlier(closesAt: Date | null, now: Date): Date {
  return closesAt && closesAt < now ? closesAt : now;
}
