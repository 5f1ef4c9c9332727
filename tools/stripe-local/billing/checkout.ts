import { details } from "../resources/checkout-session-object";
import { createCustomer } from "../resources/customers";
import { type Ctx, change, find, put, remove } from "../store/account";
import { emit } from "../store/events";
import type { Card } from "../store/tables";
import type { CheckoutSession, PaymentMethod } from "../store/wire-types";
import { unreadable } from "./card-form";
import { type Decline, needsChallenge } from "./cards";
import { soldBy } from "./checkout-price";
import { attachMethod, createCard } from "./methods";
import { chargeIntent } from "./pay";
import { buildIntent } from "./payment-object";
import { declineFor } from "./preflight";
import { startSubscription } from "./subscribe";
import { inToldOrder } from "./told-order";
import { createVoucher, passChallenge } from "./waiting";

/** What pressing Subscribe came to. `completed` names the event whose webhook the redirect waits for. */
export type Outcome =
  | { kind: "completed"; session: CheckoutSession; completed: string; voucher: string | null }
  | { kind: "challenge" }
  | { kind: "refused"; decline: Decline };

export type Buyer = { email: string | null; name: string | null };

/**
 * Pays an open session with a card: customer, card, subscription and paid first invoice come to be, or nothing but the
 * refusal. A card whose bank wants to see its holder waits for that.
 */
export const payCheckout = (ctx: Ctx, session: CheckoutSession, card: Card): Outcome => {
  const wrong = unreadable(ctx, card);
  if (wrong) return { kind: "refused", decline: wrong };
  if (needsChallenge(card.number, "on_page")) {
    put(ctx.account, "secrets", { id: challengeOf(session), kind: "challenge", card });
    return { kind: "challenge" };
  }
  return chargeCard(ctx, session, card);
};

/** The holder comes back from the bank's page, recognised or not. */
export const answerChallenge = (ctx: Ctx, session: CheckoutSession, passed: boolean): Outcome => {
  const waiting = ctx.account.tables.secrets.get(challengeOf(session));
  remove(ctx.account, "secrets", challengeOf(session));
  if (waiting?.kind !== "challenge" || !passed) return { kind: "refused", decline: NOT_RECOGNISED };
  return chargeCard(ctx, session, waiting.card);
};

export const challengeOf = (object: { id: string }): string => `challenge:${object.id}`;

export const NOT_RECOGNISED: Decline = {
  code: "payment_intent_authentication_failure",
  message:
    "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
};

const chargeCard = (ctx: Ctx, session: CheckoutSession, card: Card): Outcome => {
  const method = createCard(ctx, card);
  passChallenge(ctx, method, true);
  const declined = (session.amount_total ?? 0) > 0 ? declineFor(ctx, method.id) : undefined;
  if (declined) {
    chargeIntent(ctx, put(ctx.account, "payment_intents", buildIntent(ctx, payable(session))), method);
    return { kind: "refused", decline: declined };
  }
  return finish(ctx, session, { email: card.email, name: card.name, method });
};

const payable = (session: CheckoutSession) => ({
  amount: session.amount_total ?? 0,
  currency: session.currency ?? "brl",
  customer: session.customer,
  description: null,
});

/** Ends the checkout with a boleto: the subscription stays incomplete until it is paid. */
export const payByBoleto = (ctx: Ctx, session: CheckoutSession, buyer: Buyer & { taxId: string }): Outcome =>
  finish(ctx, session, { ...buyer, method: createVoucher(ctx, "boleto", buyer) });

/** Starts a trial, or a subscription that costs nothing yet, without any way to pay. */
export const startWithoutCard = (ctx: Ctx, session: CheckoutSession, buyer: Buyer): Outcome =>
  finish(ctx, session, { ...buyer, method: null });

type Paying = Buyer & { method: PaymentMethod | null };

const finish = (ctx: Ctx, session: CheckoutSession, paying: Paying): Outcome =>
  inToldOrder(ctx, () => {
    const sold = soldBy(ctx, session);
    const customer = session.customer ?? createCustomer(ctx, buyerFields(session, paying)).id;
    if (paying.method) attachMethod(ctx, paying.method, customer);
    const { subscription, invoice } = startSubscription(ctx, {
      ...sold.subscription,
      customer,
      items: sold.lines.map((line) => ({
        price: find(ctx.account, "prices", line.price),
        quantity: line.quantity,
      })),
      anchor: null,
      cancelAt: null,
      cancelAtPeriodEnd: false,
      collection: "charge_automatically",
      daysUntilDue: null,
      discounts: sold.discounts,
      payment: paying.method ? "charge" : "leave_incomplete",
      paymentMethod: paying.method?.id ?? null,
    });
    const complete = change(ctx.account, "checkout_sessions", session.id, {
      customer,
      customer_details: details(paying.email ?? session.customer_email, paying.name),
      invoice: invoice.id,
      payment_status: paymentStatus(invoice.total, invoice.status === "paid"),
      status: "complete",
      subscription: subscription.id,
      url: null,
    });
    const completed = emit(ctx, "checkout.session.completed", complete);
    return {
      kind: "completed",
      session: complete,
      completed: completed.id,
      voucher: voucherOf(ctx, invoice.id),
    };
  });

const paymentStatus = (total: number, isPaid: boolean): CheckoutSession["payment_status"] => {
  if (total === 0) return "no_payment_required";
  return isPaid ? "paid" : "unpaid";
};

/** Where the boleto of an invoice is shown, while it can be paid. */
const voucherOf = (ctx: Ctx, invoice: string): string | null => {
  const payments = [...ctx.account.tables.invoice_payments.values()];
  const payment = payments.find((one) => one.invoice === invoice)?.payment;
  const intent = ctx.account.tables.payment_intents.get(payment?.payment_intent ?? "");
  return intent?.next_action?.boleto_display_details?.hosted_voucher_url ?? null;
};

const buyerFields = (session: CheckoutSession, { email, name }: Buyer) => ({
  ...((session.customer_email ?? email) ? { email: session.customer_email ?? email ?? "" } : {}),
  ...(name ? { name } : {}),
});
