import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canAsStaff } from "../policy";
import { getTenantSettings } from "../queries/get-tenant-settings";
import type { TenantSettings } from "../schema";

/** Changes the tenant's name, default language and zone. @throws Refusal `not_allowed`. */
export function updateTenant(ctx: TenantContext, input: TenantSettings): Promise<void> {
  authorize(canAsStaff(ctx.actor, "settings.manage"));
  return inTransaction(ctx, async (tx) => {
    const { name, locale, timezone } = input;
    const before = await getTenantSettings(tx);
    await tx.db.tenant.updateMany({ where: { id: ctx.tenantId }, data: { name, locale, timezone } });
    await recordAudit(tx, {
      action: "tenant.updated",
      subjectKind: "tenant",
      subjectId: ctx.tenantId,
      before,
      after: { name, locale, timezone },
    });
  });
}
