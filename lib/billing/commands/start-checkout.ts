import "server-only";
import type Stripe from "stripe";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { billingCurrency } from "@/lib/plans/catalogue";
import type { TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { authorize } from "@/lib/shared/decision";
import { Refusal } from "@/lib/shared/refusal";
import { canManageBilling } from "../policy";
import { assertStaying } from "../queries/assert-staying";
import { findLiveSubscription } from "../queries/find-live-subscription";
import { getBillingPath } from "../queries/get-billing-path";
import { TRIAL_DAYS } from "../rules";
import { type CheckoutChoice, checkoutSchema } from "../schema";
import { askStripe } from "../stripe-client";
import { unsafeEnsureCustomer } from "./ensure-customer";
import { systemFindPrice } from "./sync-catalogue";

/** A checkout of a tenant: a plan for an interval, with or without a trial before. */
type Wanted = CheckoutChoice & { customer: string };

/**
 * Opens Stripe's checkout for a plan and answers with its address. A tenant has one open checkout: asking again for the
 * same gives the same page, asking for another closes the first (X36). The plan changes when Stripe says it is paid. With a
 * trial, which a tenant may have once, no card is asked for and nothing is owed when it ends without one (B6).
 * @throws Refusal `not_allowed`, `already_subscribed` (then the plan is changed instead), `trial_used_up`, `unavailable`;
 * `read_only` while the tenant is marked for deletion
 */
export async function startCheckout(ctx: TenantContext, input: CheckoutChoice): Promise<{ url: string }> {
  authorize(canManageBilling(ctx.actor));
  await assertStaying(ctx);
  const choice = checkoutSchema.parse(input);
  if (await findLiveSubscription(ctx)) throw new Refusal("already_subscribed");
  if (choice.trial && (await ctx.db.subscription.count()) > 0) throw new Refusal("trial_used_up");
  const customer = await unsafeEnsureCustomer(ctx);
  const session = await askStripe((client) => openSession(client, ctx, { ...choice, customer }));
  const { plan, interval, trial = false } = choice;
  await recordAudit(ctx, { action: "billing.checkout_started", details: { plan, interval, trial } });
  if (!session.url) throw new Refusal("conflict");
  return { url: session.url };
}

async function openSession(
  client: Stripe,
  ctx: TenantContext,
  wanted: Wanted,
): Promise<Stripe.Checkout.Session> {
  const { customer, plan, interval } = wanted;
  const trial = wanted.trial ? "yes" : "no";
  const earlier = await client.checkout.sessions.list({ customer, limit: 20 });
  const open = earlier.data.filter((one) => one.status === "open");
  const same = open.find(
    ({ metadata }) => metadata?.plan === plan && metadata.interval === interval && metadata.trial === trial,
  );
  for (const one of open) if (one !== same) await client.checkout.sessions.expire(one.id);
  if (same) return same;
  // Two tabs at once have seen the same last session, so Stripe gives both the same new one.
  const idempotencyKey = `checkout:${ctx.tenantId}:${plan}:${interval}:${trial}:${earlier.data[0]?.id ?? "first"}`;
  const made = await client.checkout.sessions.create(await sessionParams(ctx, wanted), { idempotencyKey });
  await expireOlder(client, made);
  return made;
}

async function sessionParams(
  ctx: TenantContext,
  { customer, plan, interval, trial }: Wanted,
): Promise<Stripe.Checkout.SessionCreateParams> {
  const tenant = await ctx.db.tenant.findFirstOrThrow({ select: { currency: true } });
  const billing = `${publicUrl()}${await getBillingPath(ctx)}`;
  return {
    mode: "subscription",
    customer,
    client_reference_id: ctx.tenantId,
    line_items: [
      { price: await systemFindPrice(plan, billingCurrency(tenant.currency), interval), quantity: 1 },
    ],
    metadata: { tenantId: ctx.tenantId, plan, interval, trial: trial ? "yes" : "no" },
    subscription_data: {
      metadata: { tenantId: ctx.tenantId },
      ...(trial && {
        trial_period_days: TRIAL_DAYS,
        trial_settings: { end_behavior: { missing_payment_method: "cancel" as const } },
      }),
    },
    ...(trial && { payment_method_collection: "if_required" as const }),
    allow_promotion_codes: true,
    locale: ctx.locale,
    success_url: `${billing}?checkout=${plan}-${interval}`,
    cancel_url: `${billing}?checkout=left`,
  };
}

/** Another plan chosen in another tab at the same moment: the newest stays open. */
async function expireOlder(client: Stripe, made: Stripe.Checkout.Session): Promise<void> {
  if (typeof made.customer !== "string") return;
  const open = await client.checkout.sessions.list({ customer: made.customer, status: "open" });
  for (const one of open.data)
    if (one.id !== made.id && one.created <= made.created) await client.checkout.sessions.expire(one.id);
}
