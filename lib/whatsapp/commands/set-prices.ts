import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { unsafeLockTenant } from "@/lib/tenants/commands/lock-tenant";
import { canManageWhatsapp } from "../policy";
import type { Price } from "../price-rules";

/**
 * Sets the whole price list of a tenant's number, by which rehearsals tell what a sending costs (A17). What stood there
 * before is gone; an empty list is none. Audited by how many lines it has.
 * @throws Refusal `not_allowed`
 */
export async function setPrices(
  ctx: TenantContext,
  { currency, prices }: { currency: string; prices: readonly Price[] },
): Promise<void> {
  authorize(canManageWhatsapp(ctx.actor));
  await inTransaction(ctx, async (tx) => {
    await unsafeLockTenant(tx.db);
    const { count } = await tx.db.whatsappPrice.deleteMany();
    await tx.db.whatsappPrice.createMany({
      data: prices.map(({ validFrom, ...price }) => ({ ...price, currency, validFrom: new Date(validFrom) })),
    });
    await recordAudit(tx, {
      action: "whatsapp.prices_set",
      subjectKind: "tenant",
      subjectId: tx.tenantId,
      before: { prices: count },
      after: { prices: prices.length, currency },
    });
  });
}
