import { systemFindPrice } from "@/lib/billing/commands/sync-catalogue";
import { systemSyncTenantBilling } from "@/lib/billing/commands/sync-tenant-billing";
import { stripe } from "@/lib/billing/stripe-client";
import { systemContext } from "@/lib/platform/context";

const POLL_MS = 25;
const HOUR_SECONDS = 3_600;
// The tenant of the demo grew: it began small and moved up after some months.
const MONTHS_ON_STARTER = 4;
const DAYS_INTO_THE_MONTH = 11;

/**
 * A year of invoices through the real SDK: a customer on a test clock subscribes, moves up, and lives to today. What
 * Stripe then has is kept by the code that webhooks use; nothing waits for a webhook.
 */
export async function seedInvoices(tenantId: string, monthsBack = 12): Promise<void> {
  const ctx = systemContext(tenantId, "demo village");
  const now = Math.floor(Date.now() / 1_000);
  const clock = await stripe().testHelpers.testClocks.create({ frozen_time: monthsBefore(now, monthsBack) });
  const { name, locale, currency } = await ctx.db.tenant.findFirstOrThrow({
    select: { name: true, locale: true, currency: true },
  });
  const customer = await stripe().customers.create({
    name,
    preferred_locales: [locale],
    email: "finance@aurora.example",
    test_clock: clock.id,
    metadata: { tenantId },
  });
  await ctx.db.tenant.updateMany({ data: { stripeCustomerId: customer.id } });
  const card = await stripe().paymentMethods.attach("pm_card_visa", { customer: customer.id });
  const subscription = await stripe().subscriptions.create({
    customer: customer.id,
    items: [{ price: await systemFindPrice("starter", currency, "month") }],
    default_payment_method: card.id,
    metadata: { tenantId },
  });
  for (let month = monthsBack - 1; month >= 0; month -= 1) {
    // Two hours past the renewal, so that its draft was issued and paid.
    await advance(clock.id, month === 0 ? now : monthsBefore(now, month) + 2 * HOUR_SECONDS);
    if (month !== monthsBack - MONTHS_ON_STARTER) continue;
    await advance(clock.id, monthsBefore(now, month) + DAYS_INTO_THE_MONTH * 24 * HOUR_SECONDS);
    await moveUp(subscription.id, currency);
  }
  await systemSyncTenantBilling(ctx);
}

async function moveUp(subscriptionId: string, currency: string): Promise<void> {
  const { items } = await stripe().subscriptions.retrieve(subscriptionId);
  const price = await systemFindPrice("growth", currency, "month");
  await stripe().subscriptions.update(subscriptionId, {
    items: [{ id: items.data[0]?.id ?? "", price }],
    proration_behavior: "always_invoice",
  });
}

async function advance(clockId: string, frozen_time: number): Promise<void> {
  await stripe().testHelpers.testClocks.advance(clockId, { frozen_time });
  while ((await stripe().testHelpers.testClocks.retrieve(clockId)).status !== "ready")
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
}

/** The instant so many calendar months earlier, half a day off so that the last renewal is past. */
function monthsBefore(now: number, months: number): number {
  const date = new Date((now - 12 * HOUR_SECONDS) * 1_000);
  date.setUTCMonth(date.getUTCMonth() - months);
  return Math.floor(date.getTime() / 1_000);
}
