import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canViewBilling } from "../policy";
import { formatTaxId } from "../tax-id-rules";
import type { BillingProfile } from "../types";

/** Who the invoices are for. @throws Refusal `not_allowed` (B7) */
export async function getBillingProfile(ctx: TenantContext): Promise<BillingProfile> {
  authorize(canViewBilling(ctx.actor));
  const known = await ctx.db.billingProfile.findFirst({
    select: { legalName: true, taxIdKind: true, taxId: true, invoiceEmail: true },
  });
  const kind = (known?.taxIdKind ?? null) as BillingProfile["taxIdKind"];
  return {
    legalName: known?.legalName ?? "",
    taxIdKind: kind,
    taxId: kind && known?.taxId ? formatTaxId({ kind, value: known.taxId }) : null,
    invoiceEmail: known?.invoiceEmail ?? null,
  };
}
