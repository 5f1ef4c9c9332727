import "server-only";
import { confirmPerson, type Proof, requestCode } from "@/lib/accounts/commands/confirm-person";
import { unsafeHoldPerson } from "@/lib/accounts/commands/hand-over";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { violatedUnique } from "@/lib/platform/db/constraint";
import { daysAfter } from "@/lib/shared/days";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import { canAsStaff } from "@/lib/tenants/policy";
import { TRANSFER_DAYS } from "../transfer-rules";
import { closeExpired } from "../transfers-sql";
import { unsafeTellOfTransfer } from "./tell-of-transfer";

/**
 * Proposes to somebody of the team that they become the owner, by the owner who proves to be it (R2). Nothing changes
 * before they accept. Both are told by mail: who did not propose it learns so.
 * @throws Refusal `not_allowed`; `invalid_input` at `staffId` (`unknown_id`, `already_owner`) and as
 * `confirmPerson`; `too_many_attempts`; `transfer_pending` while another one waits
 */
export async function proposeTransfer(
  ctx: TenantContext,
  input: Proof & { staffId: string },
): Promise<{ id: string }> {
  authorize(canAsStaff(ctx.actor, "tenant.transfer"));
  const { actor } = ctx;
  if (actor.kind !== "staff") throw new Refusal("not_allowed");
  await confirmPerson(actor.userId, input);
  const id = newId();
  await inTransaction(ctx, async (tx) => {
    await lockReceiver(tx, input.staffId);
    // Read again under the lock: the ownership may have gone meanwhile.
    const giver = await unsafeHoldPerson(tx, actor.staffId);
    if (giver?.role !== "owner") throw new Refusal("not_allowed");
    await closeExpired(tx.db, tx.now);
    await insert(tx, { id, fromStaffId: giver.id, toStaffId: input.staffId });
    await recordAudit(tx, {
      action: "tenant.ownership_proposed",
      subjectKind: "staff",
      subjectId: input.staffId,
      details: { expiresAt: expiryOf(tx).toISOString() },
    });
    await unsafeTellOfTransfer(tx, id, "proposed");
  });
  return { id };
}

/** Mails the owner the code that stands in for a password. @throws Refusal `not_allowed`, `too_many_attempts` */
export async function requestProof(ctx: TenantContext): Promise<void> {
  authorize(canAsStaff(ctx.actor, "tenant.transfer"));
  if (ctx.actor.kind !== "staff") throw new Refusal("not_allowed");
  await requestCode(ctx.actor.userId, ctx.locale);
}

async function lockReceiver(tx: TenantContext, staffId: string): Promise<void> {
  const person = await unsafeHoldPerson(tx, staffId);
  if (!person) throw invalidInput({ path: "staffId", code: "unknown_id" });
  if (person.role === "owner") throw invalidInput({ path: "staffId", code: "already_owner" });
}

async function insert(
  tx: TenantContext,
  transfer: { id: string; fromStaffId: string; toStaffId: string },
): Promise<void> {
  try {
    const data = { ...transfer, createdAt: tx.now, expiresAt: expiryOf(tx) };
    await tx.db.ownershipTransfer.create({ data, select: { id: true } });
  } catch (error) {
    if (violatedUnique(error)) throw new Refusal("transfer_pending");
    throw error;
  }
}

function expiryOf({ now }: TenantContext): Date {
  return daysAfter(now, TRANSFER_DAYS);
}
