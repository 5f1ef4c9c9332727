import "server-only";
import type Stripe from "stripe";
import type { TenantContext } from "@/lib/platform/context";
import { stripe } from "../stripe-client";
import { idOf } from "../stripe-fields";
import type { Keep } from "../types";

/** Keeps how much of each invoice of a customer was given back in money: what Stripe's charges say now. */
export async function systemSyncRefunds(ctx: TenantContext, customer: string): Promise<void> {
  for await (const charge of stripe().charges.list({ customer, limit: 100 }))
    if (charge.amount_refunded > 0) await (await keepRefund(charge))(ctx, ctx.now);
}

/** The same for one charge; one of no invoice of ours changes nothing. */
export async function systemAskForCharge(chargeId: string): Promise<Keep> {
  return await keepRefund(await stripe().charges.retrieve(chargeId));
}

async function keepRefund(charge: Stripe.Charge): Promise<Keep> {
  const payment_intent = idOf(charge.payment_intent);
  if (!payment_intent) return async () => undefined;
  const { data } = await stripe().invoicePayments.list({
    payment: { type: "payment_intent", payment_intent },
  });
  const stripeInvoiceId = idOf(data[0]?.invoice);
  const refundedMinor = charge.amount_refunded;
  return async ({ db }) =>
    stripeInvoiceId && (await db.invoice.updateMany({ where: { stripeInvoiceId }, data: { refundedMinor } }));
}
