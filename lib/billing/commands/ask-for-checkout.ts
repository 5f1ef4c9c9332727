import "server-only";
import { stripe } from "../stripe-client";
import { idOf } from "../stripe-fields";
import type { Keep } from "../types";
import { systemAskForInvoice } from "./sync-invoice";
import { systemAskForSubscription } from "./sync-subscription";

/** A finished checkout brings a subscription and its first invoice; other open checkouts of the tenant end (X36). */
export async function systemAskForCheckout(sessionId: string): Promise<Keep> {
  const session = await stripe().checkout.sessions.retrieve(sessionId);
  const [subscription, invoice, customer] = [session.subscription, session.invoice, session.customer].map(
    idOf,
  );
  if (session.status !== "complete") return async () => undefined;
  if (customer) await expireOthers(customer);
  const keeps = await Promise.all([
    ...(subscription ? [systemAskForSubscription(subscription)] : []),
    ...(invoice ? [systemAskForInvoice(invoice)] : []),
  ]);
  return async (ctx, askedAt) => {
    for (const keep of keeps) await keep(ctx, askedAt);
  };
}

async function expireOthers(customer: string): Promise<void> {
  const open = await stripe().checkout.sessions.list({ customer, status: "open" });
  for (const { id } of open.data) await stripe().checkout.sessions.expire(id);
}
