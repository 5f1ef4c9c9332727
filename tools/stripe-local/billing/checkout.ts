import { details } from "../resources/checkout-session-object";
import { createCustomer } from "../resources/customers";
import { type Ctx, change, find, put } from "../store/account";
import { emit } from "../store/events";
import type { CheckoutSession } from "../store/wire-types";
import { type Decline, passesLuhn } from "./cards";
import { attachMethod, type Card, createCard } from "./methods";
import { chargeIntent } from "./pay";
import { buildIntent } from "./payment-object";
import { declineFor } from "./preflight";
import { startSubscription } from "./subscribe";

/** What pressing Subscribe came to. `completed` names the event whose webhook the redirect waits for. */
export type Outcome =
  | { kind: "paid"; session: CheckoutSession; completed: string }
  | { kind: "refused"; decline: Decline };

/** The order in which Stripe was seen to tell of a finished checkout; within a second it promises none. */
const TOLD_ORDER = [
  "charge.succeeded",
  "payment_method.attached",
  "customer.created",
  "customer.updated",
  "invoice.created",
  "customer.subscription.created",
  "invoice.finalized",
  "invoice.updated",
  "customer.subscription.updated",
  "invoice.paid",
  "invoice.payment_succeeded",
  "payment_intent.created",
  "payment_intent.succeeded",
  "invoice_payment.paid",
  "checkout.session.completed",
];

/** Pays an open session with a card: customer, card, subscription and paid first invoice come to be, or nothing but the refusal. */
export const payCheckout = (ctx: Ctx, session: CheckoutSession, card: Card): Outcome => {
  const wrong = readable(ctx, card);
  if (wrong) return { kind: "refused", decline: wrong };
  const secret = ctx.account.tables.secrets.get(session.id);
  if (secret?.kind !== "checkout") throw new Error(`The checkout session ${session.id} has no lines.`);
  const method = createCard(ctx, card);
  const declined = declineFor(ctx, method.id);
  if (declined) {
    const payable = {
      amount: session.amount_total ?? 0,
      currency: session.currency ?? "brl",
      customer: session.customer,
      description: null,
    };
    chargeIntent(ctx, put(ctx.account, "payment_intents", buildIntent(ctx, payable)), method);
    return { kind: "refused", decline: declined };
  }
  const before = ctx.account.tables.events.size;
  const customer = session.customer ?? createCustomer(ctx, buyer(session, card)).id;
  attachMethod(ctx, method, customer);
  const { subscription, invoice } = startSubscription(ctx, {
    ...secret.subscription,
    customer,
    items: secret.lines.map((line) => ({
      price: find(ctx.account, "prices", line.price),
      quantity: line.quantity,
    })),
    anchor: null,
    cancelAt: null,
    cancelAtPeriodEnd: false,
    collection: "charge_automatically",
    daysUntilDue: null,
    payment: "charge",
    paymentMethod: method.id,
  });
  const complete = change(ctx.account, "checkout_sessions", session.id, {
    customer,
    customer_details: details(card.email ?? session.customer_email, card.name),
    invoice: invoice.id,
    payment_status: invoice.total > 0 ? "paid" : "no_payment_required",
    status: "complete",
    subscription: subscription.id,
    url: null,
  });
  const completed = emit(ctx, "checkout.session.completed", complete);
  tellInOrder(ctx, before);
  return { kind: "paid", session: complete, completed: completed.id };
};

const buyer = (session: CheckoutSession, card: Card) => ({
  ...((session.customer_email ?? card.email) ? { email: session.customer_email ?? card.email ?? "" } : {}),
  ...(card.name ? { name: card.name } : {}),
});

/** What the form itself would refuse before any bank is asked. */
const readable = (ctx: Ctx, card: Card): Decline | undefined => {
  if (!passesLuhn(card.number))
    return { code: "incorrect_number", message: "Your card number is incorrect." };
  const today = new Date(ctx.account.site.now() * 1000);
  const past = card.year * 12 + card.month <= today.getUTCFullYear() * 12 + today.getUTCMonth();
  const nonsense = !(card.month >= 1 && card.month <= 12 && card.year < today.getUTCFullYear() + 50);
  return past || nonsense
    ? { code: "invalid_expiry", message: "Your card's expiration date is invalid." }
    : undefined;
};

/** Puts the events since a mark, and their deliveries, into the order above. */
const tellInOrder = (ctx: Ctx, mark: number): void => {
  const { events, deliveries } = ctx.account.tables;
  const told = [...events.values()].slice(mark);
  const sorted = told.toSorted((a, b) => TOLD_ORDER.indexOf(a.type) - TOLD_ORDER.indexOf(b.type));
  const waiting = [...deliveries.values()];
  for (const event of sorted) {
    events.delete(event.id);
    put(ctx.account, "events", event);
    for (const delivery of waiting.filter((one) => one.event === event.id)) {
      deliveries.delete(delivery.id);
      put(ctx.account, "deliveries", delivery);
    }
  }
};
