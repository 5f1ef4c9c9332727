import "server-only";
import { unsafeHandOver, unsafeHoldPerson } from "@/lib/accounts/commands/hand-over";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { canAsStaff } from "@/lib/tenants/policy";
import { transferStatus } from "../transfer-rules";
import { holdTransfer } from "../transfers-sql";
import { unsafeTellOfTransfer } from "./tell-of-transfer";

/**
 * Whom the ownership was proposed to takes it; who gave it stays as admin (R2). One act: at no instant there are two
 * owners or none. In force from the next request of both (R7).
 * @throws Refusal `not_found` for everybody else, `transfer_over`
 */
export async function acceptTransfer(ctx: TenantContext, id: string): Promise<void> {
  await close(ctx, id, { by: "receiver", status: "accepted" }, async (tx, { giver, receiver }) => {
    await unsafeHandOver(tx, giver, receiver.id);
    await recordAudit(tx, {
      action: "tenant.ownership_transferred",
      subjectKind: "staff",
      subjectId: receiver.id,
      details: { userId: receiver.userId },
      before: { ownerId: giver, role: receiver.role },
      after: { ownerId: receiver.id, role: "owner" },
    });
  });
}

/** Whom the ownership was proposed to does not want it. @throws Refusal `not_found`, `transfer_over` */
export async function declineTransfer(ctx: TenantContext, id: string): Promise<void> {
  await close(ctx, id, { by: "receiver", status: "declined" }, async (tx, { receiver }) => {
    await recordAudit(tx, {
      action: "tenant.ownership_declined",
      subjectKind: "staff",
      subjectId: receiver.id,
    });
  });
}

/** An owner takes the proposal back. @throws Refusal `not_found`, `transfer_over` */
export async function withdrawTransfer(ctx: TenantContext, id: string): Promise<void> {
  await close(ctx, id, { by: "owner", status: "withdrawn" }, async (tx, { receiver }) => {
    await recordAudit(tx, {
      action: "tenant.ownership_withdrawn",
      subjectKind: "staff",
      subjectId: receiver.id,
    });
  });
}

type Answer = { by: "owner" | "receiver"; status: "accepted" | "declined" | "withdrawn" };
type Parties = { giver: string; receiver: { id: string; role: string; userId: string } };

async function close(
  ctx: TenantContext,
  id: string,
  { by, status }: Answer,
  act: (tx: TenantContext, parties: Parties) => Promise<void>,
): Promise<void> {
  const { actor } = ctx;
  const known = await ctx.db.ownershipTransfer.findFirst({ where: { id }, select: { toStaffId: true } });
  if (!known || actor.kind !== "staff") throw notFound();
  const answers =
    by === "receiver" ? known.toStaffId === actor.staffId : canAsStaff(actor, "tenant.transfer").ok;
  if (!answers) throw notFound();
  await inTransaction(ctx, async (tx) => {
    // The owners and the receiver first, then the transfer: the order of everybody who holds both.
    const receiver = await unsafeHoldPerson(tx, known.toStaffId);
    const held = await holdTransfer(tx.db, id);
    if (!held || !receiver) throw notFound();
    if (transferStatus(held, tx.now) !== "pending") throw new Refusal("transfer_over");
    await tx.db.ownershipTransfer.updateMany({ where: { id }, data: { status, closedAt: tx.now } });
    await act(tx, { giver: held.fromStaffId, receiver });
    await unsafeTellOfTransfer(tx, id, status);
  });
}
