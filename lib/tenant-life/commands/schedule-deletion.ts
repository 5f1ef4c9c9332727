import "server-only";
import { releaseHeldJob } from "@/lib/announcements/job-names";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { followDeletionJob } from "@/lib/billing/job-names";
import { confirmsName } from "@/lib/communities/rules";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { authorize } from "@/lib/shared/decision";
import { invalidInput, notFound } from "@/lib/shared/refusal";
import { unsafeLockTenant } from "@/lib/tenants/commands/lock-tenant";
import { canAsStaff } from "@/lib/tenants/policy";
import { deletionDue } from "../rules";
import { unsafeTellOwners } from "./tell-owners";

/**
 * Asks for the deletion of the tenant: read-only from now on, gone after the days of grace; its subscription ends (T5).
 * Again changes nothing: the days run from the first time.
 * @returns when it is gone
 * @throws Refusal `not_allowed`; `invalid_input` at `typedName`: `name_differs`
 */
export async function scheduleDeletion(ctx: TenantContext, typedName: string): Promise<Date> {
  authorize(canAsStaff(ctx.actor, "tenant.delete"));
  return inTransaction(ctx, async (tx) => {
    const { name, deletionDueAt } = await present(tx);
    if (!confirmsName(typedName, name)) throw invalidInput({ path: "typedName", code: "name_differs" });
    if (deletionDueAt) return deletionDueAt;
    const dueAt = deletionDue(tx.now);
    await setDue(tx, dueAt);
    await recordAudit(tx, {
      action: "tenant.deletion_scheduled",
      subjectKind: "tenant",
      subjectId: tx.tenantId,
      details: { dueAt: dueAt.toISOString() },
    });
    await unsafeTellOwners(tx, { kind: "scheduled", dueAt });
    return dueAt;
  });
}

/**
 * Takes a deletion back; everything is as before, the subscription goes on, and announcements that waited are looked at.
 * Again changes nothing. @throws Refusal `not_allowed`
 */
export async function undoDeletion(ctx: TenantContext): Promise<void> {
  authorize(canAsStaff(ctx.actor, "tenant.delete"));
  await inTransaction(ctx, async (tx) => {
    const { deletionDueAt } = await present(tx);
    if (!deletionDueAt) return;
    await setDue(tx, null);
    await recordAudit(tx, {
      action: "tenant.deletion_undone",
      subjectKind: "tenant",
      subjectId: tx.tenantId,
      details: { dueAt: deletionDueAt.toISOString() },
    });
    await unsafeTellOwners(tx, { kind: "undone" });
    await enqueue(tx.db, releaseHeldJob, {}, { key: "release-held", isBackground: true });
  });
}

async function present({ db }: TenantContext) {
  // Held, so that asking, undoing and the end itself go one after the other.
  await unsafeLockTenant(db);
  const tenant = await db.tenant.findFirst({ select: { name: true, deletionDueAt: true } });
  if (!tenant) throw notFound();
  return tenant;
}

async function setDue(tx: TenantContext, deletionDueAt: Date | null): Promise<void> {
  await tx.db.tenant.updateMany({ where: { id: tx.tenantId }, data: { deletionDueAt } });
  await enqueue(tx.db, followDeletionJob, {}, { key: "follow_deletion" });
}
