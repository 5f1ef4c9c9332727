import "server-only";
import type Stripe from "stripe";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { billingCurrency } from "@/lib/plans/catalogue";
import type { TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { authorize } from "@/lib/shared/decision";
import { Refusal } from "@/lib/shared/refusal";
import { canManageBilling } from "../policy";
import { findLiveSubscription } from "../queries/find-live-subscription";
import { getBillingPath } from "../queries/get-billing-path";
import { type PlanChoice, planChoiceSchema } from "../schema";
import { askStripe } from "../stripe-client";
import { unsafeEnsureCustomer } from "./ensure-customer";
import { systemFindPrice } from "./sync-catalogue";

/**
 * Opens Stripe's checkout for a plan and answers with its address. A tenant has one open checkout: asking again for the
 * same gives the same page, asking for another closes the first (X36). The plan changes when Stripe says it is paid.
 * @throws Refusal `not_allowed`, `already_subscribed` (then the plan is changed instead), `unavailable`
 */
export async function startCheckout(ctx: TenantContext, input: PlanChoice): Promise<{ url: string }> {
  authorize(canManageBilling(ctx.actor));
  const choice = planChoiceSchema.parse(input);
  if (await findLiveSubscription(ctx)) throw new Refusal("already_subscribed");
  const customer = await unsafeEnsureCustomer(ctx);
  const session = await askStripe((client) => openSession(client, ctx, { ...choice, customer }));
  await recordAudit(ctx, { action: "billing.checkout_started", details: choice });
  if (!session.url) throw new Refusal("conflict");
  return { url: session.url };
}

async function openSession(
  client: Stripe,
  ctx: TenantContext,
  wanted: PlanChoice & { customer: string },
): Promise<Stripe.Checkout.Session> {
  const { customer, plan, interval } = wanted;
  const earlier = await client.checkout.sessions.list({ customer, limit: 20 });
  const open = earlier.data.filter((one) => one.status === "open");
  const same = open.find((one) => one.metadata?.plan === plan && one.metadata.interval === interval);
  for (const one of open) if (one !== same) await client.checkout.sessions.expire(one.id);
  if (same) return same;
  // Two tabs at once have seen the same last session, so Stripe gives both the same new one.
  const idempotencyKey = `checkout:${ctx.tenantId}:${plan}:${interval}:${earlier.data[0]?.id ?? "first"}`;
  const made = await client.checkout.sessions.create(await sessionParams(ctx, wanted), { idempotencyKey });
  await expireOlder(client, made);
  return made;
}

async function sessionParams(
  ctx: TenantContext,
  { customer, plan, interval }: PlanChoice & { customer: string },
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
    metadata: { tenantId: ctx.tenantId, plan, interval },
    subscription_data: { metadata: { tenantId: ctx.tenantId } },
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
