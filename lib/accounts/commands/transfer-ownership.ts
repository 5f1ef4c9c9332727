import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import { canAsStaff } from "@/lib/tenants/policy";
import { lockStaff } from "../staff-sql";

/**
 * Gives the ownership to somebody of the team; who gives it stays as admin (R2). Takes effect at once (R7).
 * @throws Refusal `not_allowed`; `invalid_input` at `staffId`: `unknown_id`, `already_owner`
 */
export async function transferOwnership(ctx: TenantContext, staffId: string): Promise<void> {
  authorize(canAsStaff(ctx.actor, "tenant.transfer"));
  const { actor } = ctx;
  if (actor.kind !== "staff") throw new Refusal("not_allowed");
  await inTransaction(ctx, async (tx) => {
    const { person } = await lockStaff(tx.db, staffId);
    if (!person) throw invalidInput({ path: "staffId", code: "unknown_id" });
    if (person.role === "owner") throw invalidInput({ path: "staffId", code: "already_owner" });
    // Read again under the lock: two owners who act at once see each other.
    const { person: giver } = await lockStaff(tx.db, actor.staffId);
    if (giver?.role !== "owner") throw new Refusal("not_allowed");
    await tx.db.staff.updateMany({ where: { id: person.id }, data: { role: "owner" } });
    await tx.db.staff.updateMany({ where: { id: giver.id }, data: { role: "admin" } });
    await tx.db.staffGrant.deleteMany({ where: { staffId: person.id } });
    await recordAudit(tx, {
      action: "tenant.ownership_transferred",
      subjectKind: "staff",
      subjectId: person.id,
      details: { userId: person.userId },
      before: { role: person.role },
      after: { role: "owner" },
    });
  });
}
