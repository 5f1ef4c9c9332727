import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import type { StaffRole } from "@/lib/shared/actor";
import { authorize } from "@/lib/shared/decision";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { canChangeRole } from "../policy";
import { needsGrants } from "../rules";
import { lockStaff } from "../staff-sql";

/**
 * Gives somebody of the team another role, in force from their next request (R7). Communities granted to a role that
 * needs or may have none are taken back.
 * @throws Refusal `not_found`, `not_allowed`, `last_owner`.
 */
export function changeStaffRole(
  ctx: TenantContext,
  input: { staffId: string; role: StaffRole },
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const person = await lockStaff(tx.db, input.staffId);
    if (!person) throw notFound();
    authorize(canChangeRole(tx.actor, person.role, input.role));
    if (person.role === input.role) return;
    if (person.role === "owner") throw new Refusal("last_owner");
    await tx.db.staff.updateMany({ where: { id: person.id }, data: { role: input.role } });
    if (!needsGrants(input.role)) await tx.db.staffGrant.deleteMany({ where: { staffId: person.id } });
    await recordAudit(tx, {
      action: "staff.role_changed",
      subjectKind: "staff",
      subjectId: person.id,
      details: { userId: person.userId },
      before: { role: person.role },
      after: { role: input.role },
    });
  });
}
