import type Stripe from "stripe";
import { clockOf } from "../billing/clock";
import { attachMethod, methodOrToken } from "../billing/methods";
import { cardRefusal, chargeIntent, payInvoice } from "../billing/pay";
import { find, newest } from "../store/account";
import type { PaymentIntent } from "../store/wire-types";
import { invalid } from "../wire/errors";
import { inRange, pageOf } from "../wire/lists";
import { type Call, idIn, operation } from "../wire/operation";

/** Confirms an intent with a method; one that an invoice waits for pays the invoice. */
const confirm = (call: Call<Stripe.PaymentIntentConfirmParams>): PaymentIntent => {
  const intent = find(call.account, "payment_intents", idIn(call));
  if (intent.status === "succeeded" || intent.status === "canceled")
    throw invalid(
      `This PaymentIntent's payment_method could not be updated because it has a status of ${intent.status}.`,
      "payment_intent_unexpected_state",
    );
  const given = call.params.payment_method ?? intent.payment_method;
  if (!given)
    throw invalid(
      "You cannot confirm this PaymentIntent because it's missing a payment method.",
      "payment_intent_unexpected_state",
    );
  const ctx = clockOf(call, intent.customer);
  const method = methodOrToken(ctx, given, "payment_method");
  const owned =
    intent.customer && method.customer === null ? attachMethod(ctx, method, intent.customer) : method;
  const payment = newest(
    call.account,
    "invoice_payments",
    (one) => one.payment.payment_intent === intent.id,
  )[0];
  const invoice = payment && find(call.account, "invoices", payment.invoice);
  const result = invoice ? payInvoice(ctx, invoice, owned) : chargeIntent(ctx, intent, owned);
  if (result.decline) throw cardRefusal(result.decline, result.intent);
  return find(call.account, "payment_intents", intent.id);
};

export const paymentOperations = [
  operation("GET /v1/payment_intents/{id}", (call) => find(call.account, "payment_intents", idIn(call))),
  operation<Stripe.PaymentIntentConfirmParams>("POST /v1/payment_intents/{id}/confirm", confirm),
  operation<Stripe.PaymentIntentListParams>("GET /v1/payment_intents", ({ account, params }) => {
    const keep = (one: PaymentIntent) =>
      (params.customer === undefined || one.customer === params.customer) &&
      inRange(one.created, params.created);
    return pageOf(newest(account, "payment_intents", keep), params, "/v1/payment_intents");
  }),
  operation("GET /v1/charges/{id}", (call) => find(call.account, "charges", idIn(call))),
  operation<Stripe.ChargeListParams>("GET /v1/charges", ({ account, params }) => {
    const all = newest(
      account,
      "charges",
      (one) =>
        (params.customer === undefined || one.customer === params.customer) &&
        (params.payment_intent === undefined || one.payment_intent === params.payment_intent) &&
        inRange(one.created, params.created),
    );
    return pageOf(all, params, "/v1/charges");
  }),
  operation("GET /v1/invoice_payments/{id}", (call) => find(call.account, "invoice_payments", idIn(call))),
  operation<Stripe.InvoicePaymentListParams>("GET /v1/invoice_payments", ({ account, params }) => {
    const all = newest(
      account,
      "invoice_payments",
      (one) =>
        (params.invoice === undefined || one.invoice === params.invoice) &&
        (params.status === undefined || one.status === params.status) &&
        (params.payment?.payment_intent === undefined ||
          one.payment.payment_intent === params.payment.payment_intent) &&
        inRange(one.created, params.created),
    );
    return pageOf(all, params, "/v1/invoice_payments");
  }),
];
