import "server-only";
import { z } from "zod";
import { systemContext } from "@/lib/platform/context";
import { platformClient } from "@/lib/platform/db/clients";
import { defineJob, definePlatformJob } from "@/lib/platform/jobs/define-job";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { systemFollowDeletion } from "./commands/follow-deletion";
import { systemHandleStripeEvents } from "./commands/handle-stripe-events";
import { systemPushProfile } from "./commands/push-profile";
import { systemStoreInvoicePdf } from "./commands/store-invoice-pdf";
import { systemSyncTenantBilling } from "./commands/sync-tenant-billing";
import {
  systemTellClosed,
  systemTellFailure,
  systemTellHeld,
  systemTellInvoice,
  systemTellTrialEnd,
} from "./commands/tell-finance";
import { systemWarnMeters } from "./commands/warn-meters";
import {
  followDeletionJob,
  invoicePdfJob,
  pushProfileJob,
  reconcileTenantJob,
  stripeEventsJob,
  tellFinanceJob,
  tellInvoiceJob,
  watchTenantJob,
} from "./job-names";

/** Handles the stored webhooks of a customer. */
export const handleStripeEventsJob = definePlatformJob({
  ...stripeEventsJob,
  handlePlatform: (payload) => systemHandleStripeEvents(payload),
});

/** Fetches the PDF of an invoice that was issued, paid or voided. */
export const storeInvoicePdfJob = defineJob({
  ...invoicePdfJob,
  handle: (ctx, payload) => systemStoreInvoicePdf(ctx, payload),
});

/** Mails an invoice to finance, once. */
export const tellInvoice = defineJob({
  ...tellInvoiceJob,
  handle: (ctx, { invoiceId }) => systemTellInvoice(ctx, invoiceId),
});

/** Mails finance what an event of Stripe wants it to know. */
export const tellFinance = defineJob({
  ...tellFinanceJob,
  handle: (ctx, payload) =>
    payload.kind === "payment"
      ? systemTellFailure(ctx, payload)
      : systemTellTrialEnd(ctx, payload.stripeSubscriptionId),
});

/** Ends a subscription whose tenant goes, and lets it go on when the tenant stays. */
export const followDeletion = defineJob({
  ...followDeletionJob,
  handle: (ctx) => systemFollowDeletion(ctx),
});

/** Brings who the invoices are for to Stripe. */
export const pushProfile = defineJob({ ...pushProfileJob, handle: (ctx) => systemPushProfile(ctx) });

/** Looks at one tenant's meters and overdue payments. */
export const watchTenant = defineJob({
  ...watchTenantJob,
  handle: async (ctx) => {
    await systemTellClosed(ctx);
    await systemTellHeld(ctx);
    await systemWarnMeters(ctx);
  },
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

/** Every ten minutes: one look per tenant that has bounds or owes something. */
export const watchBillingJob = definePlatformJob({
  name: "billing.watch",
  payload: z.looseObject({}),
  handlePlatform: async () => {
    const tenants = await platformClient().$queryRaw<{ id: string }[]>`SELECT tenants_to_watch() AS id`;
    for (const { id } of tenants) {
      const { db } = systemContext(id, "look at the plan");
      await enqueue(db, watchTenantJob, {}, { key: "billing-watch" });
    }
  },
});
