import "server-only";
import { z } from "zod";
import { systemContext } from "@/lib/platform/context";
import { platformClient } from "@/lib/platform/db/clients";
import { defineJob, definePlatformJob } from "@/lib/platform/jobs/define-job";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { systemHandleStripeEvent } from "./commands/handle-stripe-event";
import { systemStoreInvoicePdf } from "./commands/store-invoice-pdf";
import { systemSyncTenantBilling } from "./commands/sync-tenant-billing";
import { invoicePdfJob, reconcileTenantJob, stripeEventJob } from "./job-names";

/** Handles one stored webhook. */
export const handleStripeEventJob = definePlatformJob({
  ...stripeEventJob,
  handlePlatform: (payload) => systemHandleStripeEvent(payload),
});

/** Fetches the PDF of an invoice that was issued, paid or voided. */
export const storeInvoicePdfJob = defineJob({
  ...invoicePdfJob,
  handle: (ctx, payload) => systemStoreInvoicePdf(ctx, payload),
});

/** Repairs one tenant from Stripe. */
export const reconcileTenantBillingJob = defineJob({
  ...reconcileTenantJob,
  handle: async (ctx) => {
    await systemSyncTenantBilling(ctx);
  },
});

/** Every night: one repair per tenant (B4). */
export const reconcileBillingJob = definePlatformJob({
  name: "billing.reconcile",
  payload: z.looseObject({}),
  handlePlatform: async () => {
    const tenants = await platformClient().$queryRaw<{ id: string }[]>`SELECT all_tenant_ids() AS id`;
    for (const { id } of tenants) {
      const { db } = systemContext(id, "nightly reconciliation");
      await enqueue(db, reconcileTenantJob, {}, { key: "billing-reconcile" });
    }
  },
});
