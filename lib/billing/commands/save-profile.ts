import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { authorize } from "@/lib/shared/decision";
import { keepProfile } from "../billing-sql";
import { pushProfileJob } from "../job-names";
import { canManageBilling } from "../policy";
import type { BillingProfileInput } from "../schema";

/** Says who the invoices are for and where they are mailed; Stripe is told by a job (B7). @throws Refusal `not_allowed` */
export function saveBillingProfile(ctx: TenantContext, input: BillingProfileInput): Promise<void> {
  authorize(canManageBilling(ctx.actor));
  return inTransaction(ctx, async (tx) => {
    const fields = {
      legalName: input.legalName,
      taxIdKind: input.taxId?.kind ?? null,
      taxId: input.taxId?.value ?? null,
      invoiceEmail: input.invoiceEmail,
      updatedAt: ctx.now,
    };
    await keepProfile(tx.db, fields);
    await enqueue(tx.db, pushProfileJob, {}, { key: "billing-profile" });
    await recordAudit(tx, { action: "billing.profile_saved", details: { taxIdKind: fields.taxIdKind } });
  });
}
