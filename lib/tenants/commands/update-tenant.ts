import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { givenOnly } from "@/lib/shared/given-only";
import { canAsStaff } from "../policy";
import { getTenantSettings } from "../queries/get-tenant-settings";
import type { TenantSettings } from "../schema";
import { unsafeLockTenant } from "./lock-tenant";

/** Changes the tenant's name, default language and zone; what is not named stays as it is. @throws Refusal `not_allowed`. */
export function updateTenant(ctx: TenantContext, input: TenantSettings): Promise<void> {
  authorize(canAsStaff(ctx.actor, "settings.manage"));
  return inTransaction(ctx, async (tx) => {
    await unsafeLockTenant(tx.db);
    const before = await getTenantSettings(tx);
    const after = { ...before, ...givenOnly(input) };
    const names = (Object.keys(before) as (keyof typeof before)[]).filter(
      (name) => before[name] !== after[name],
    );
    if (names.length === 0) return;
    const only = (all: typeof before) => Object.fromEntries(names.map((name) => [name, all[name]]));
    await tx.db.tenant.updateMany({ where: { id: ctx.tenantId }, data: after });
    await recordAudit(tx, {
      action: "tenant.updated",
      subjectKind: "tenant",
      subjectId: ctx.tenantId,
      before: only(before),
      after: only(after),
    });
  });
}
