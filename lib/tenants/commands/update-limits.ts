import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { toJson } from "@/lib/platform/db/json";
import { authorize } from "@/lib/shared/decision";
import { givenOnly } from "@/lib/shared/given-only";
import { limitsInForce } from "../limits";
import { canAsStaff } from "../policy";
import type { OwnLimits, WorkSettings } from "../schema";
import { settingsInForce } from "../settings-rules";
import { unsafeLockTenant } from "./lock-tenant";

/** Sets how the tenant works; what is not named stays as it is. @throws Refusal `not_allowed` */
export function updateWorkSettings(ctx: TenantContext, input: WorkSettings): Promise<void> {
  return change(ctx, "settings", input, settingsInForce);
}

/** Sets limits of the tenant's own; what is not named stays as it is. One below today's size only stops growth (L13). @throws Refusal `not_allowed` */
export function updateLimits(ctx: TenantContext, input: OwnLimits): Promise<void> {
  return change(ctx, "limits", input, limitsInForce);
}

async function change(
  ctx: TenantContext,
  column: "settings" | "limits",
  given: WorkSettings | OwnLimits,
  inForce: (chosen: unknown) => Record<string, number>,
): Promise<void> {
  authorize(canAsStaff(ctx.actor, "settings.manage"));
  const input: Record<string, number> = givenOnly(given);
  await inTransaction(ctx, async (tx) => {
    await unsafeLockTenant(tx.db);
    const tenant = await tx.db.tenant.findFirst({ select: { settings: true, limits: true } });
    const chosen = (tenant?.[column] ?? {}) as Record<string, unknown>;
    const before = inForce(chosen);
    const changed = Object.keys(input).filter((name) => before[name] !== input[name]);
    if (changed.length === 0) return;
    const data = { [column]: toJson({ ...chosen, ...input }) };
    await tx.db.tenant.updateMany({ where: { id: tx.tenantId }, data });
    const only = (values: Record<string, number | undefined>) =>
      Object.fromEntries(changed.map((name) => [name, values[name] ?? null]));
    await recordAudit(tx, {
      action: "tenant.updated",
      subjectKind: "tenant",
      subjectId: tx.tenantId,
      before: only(before),
      after: only(input),
    });
  });
}
