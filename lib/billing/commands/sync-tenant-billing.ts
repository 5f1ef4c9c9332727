import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { databaseNow } from "@/lib/platform/db/database-now";
import { log } from "@/lib/platform/log";
import { stripe } from "../stripe-client";
import { SUBSCRIPTION_PARTS } from "../stripe-fields";
import { systemKeepInvoice } from "./sync-invoice";
import { systemSyncRefunds } from "./sync-refunds";
import { systemKeepSubscription } from "./sync-subscription";

export type Repaired = { subscriptions: number; invoices: number };

/**
 * Makes what is kept of a tenant equal to Stripe: what webhooks missed is repaired, and how much that was is told (B4).
 * By the same code as the webhooks; used every night, and by the demo village before any webhook can arrive.
 */
export async function systemSyncTenantBilling(ctx: TenantContext): Promise<Repaired> {
  const repaired: Repaired = { subscriptions: 0, invoices: 0 };
  const { stripeCustomerId: customer } = await ctx.db.tenant.findFirstOrThrow({
    select: { stripeCustomerId: true },
  });
  if (!customer) return repaired;
  const askedAt = await databaseNow(ctx.db);
  const expand = SUBSCRIPTION_PARTS.map((part) => `data.${part}`);
  for await (const one of stripe().subscriptions.list({ customer, status: "all", limit: 100, expand }))
    if (await systemKeepSubscription(ctx, one, askedAt)) repaired.subscriptions += 1;
  for await (const one of stripe().invoices.list({ customer, limit: 100 }))
    if (await systemKeepInvoice(ctx, one, askedAt)) repaired.invoices += 1;
  await systemSyncRefunds(ctx, customer);
  if (repaired.subscriptions + repaired.invoices > 0)
    log.info({ tenant: ctx.tenantId, ...repaired }, "billing was repaired from Stripe");
  return repaired;
}
