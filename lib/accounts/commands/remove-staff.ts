import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { canRemoveStaff } from "../policy";
import { lockStaff } from "../staff-sql";

/**
 * Takes somebody out of the team: out on their next request, their keys and grants with them (R7). What they wrote and
 * scheduled stays the tenant's (H9, A13).
 * @throws Refusal `not_found`, `not_allowed`, `last_owner`.
 */
export function removeStaff(ctx: TenantContext, staffId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const person = await lockStaff(tx.db, staffId);
    if (!person) throw notFound();
    authorize(canRemoveStaff(tx.actor, person));
    if (person.role === "owner") throw new Refusal("last_owner");
    await tx.db.staff.deleteMany({ where: { id: person.id } });
    await recordAudit(tx, {
      action: "staff.removed",
      subjectKind: "staff",
      subjectId: person.id,
      details: { userId: person.userId },
      before: { role: person.role },
    });
  });
}
