import type Stripe from "stripe";
import { numberOfToken, passesLuhn } from "../billing/cards";
import { clockOf } from "../billing/clock";
import { attachMethod, createCard, detachMethod, methodOrToken } from "../billing/methods";
import { change, find, newest } from "../store/account";
import { emit } from "../store/events";
import { invalid, StripeRefusal } from "../wire/errors";
import { pageOf } from "../wire/lists";
import { idIn, mergeMetadata, operation } from "../wire/operation";

const cardNumber = (card: Stripe.PaymentMethodCreateParams["card"]): string => {
  if (card && "token" in card && card.token) {
    const number = numberOfToken(card.token);
    if (number === undefined)
      throw invalid(`No such token: '${card.token}'`, "resource_missing", "card[token]");
    return number;
  }
  const number = card && "number" in card ? card.number.replaceAll(/\D/g, "") : "";
  if (!passesLuhn(number))
    throw new StripeRefusal(402, {
      type: "card_error",
      code: "incorrect_number",
      message: "Your card number is incorrect.",
      param: "number",
    });
  return number;
};

export const paymentMethodOperations = [
  operation<Stripe.PaymentMethodCreateParams>("POST /v1/payment_methods", (call) => {
    const { card, billing_details: details, type } = call.params;
    if (type !== "card" || !card)
      throw invalid("The local stand-in keeps cards only.", "parameter_invalid", "type");
    const typed = "number" in card ? card : undefined;
    const made = createCard(
      call,
      {
        number: cardNumber(card),
        month: typed?.exp_month ?? 12,
        year: typed?.exp_year ?? new Date(call.now * 1000).getUTCFullYear() + 4,
        name: details?.name ?? null,
        email: details?.email || null,
      },
      mergeMetadata({}, call.params.metadata),
    );
    return made;
  }),
  operation("GET /v1/payment_methods/{id}", (call) => find(call.account, "payment_methods", idIn(call))),
  operation<Stripe.PaymentMethodUpdateParams>("POST /v1/payment_methods/{id}", (call) => {
    const old = find(call.account, "payment_methods", idIn(call));
    const details = call.params.billing_details;
    const method = change(call.account, "payment_methods", old.id, {
      metadata: mergeMetadata(old.metadata ?? {}, call.params.metadata),
      billing_details: {
        ...old.billing_details,
        ...(details?.name !== undefined && { name: details.name || null }),
        ...(details?.email !== undefined && { email: details.email || null }),
      },
    });
    emit(call, "payment_method.updated", method);
    return method;
  }),
  operation<Stripe.PaymentMethodListParams>("GET /v1/payment_methods", (call) => {
    const { customer, type } = call.params;
    if (customer) find(call.account, "customers", customer, "customer");
    const keep = (one: { customer: string | null; type: string }) =>
      one.customer === (customer ?? null) && (type === undefined || one.type === type);
    return pageOf(newest(call.account, "payment_methods", keep), call.params, "/v1/payment_methods");
  }),
  operation<Stripe.CustomerListPaymentMethodsParams>("GET /v1/customers/{id}/payment_methods", (call) => {
    const { id } = find(call.account, "customers", idIn(call));
    const { type } = call.params;
    const all = newest(
      call.account,
      "payment_methods",
      (one) => one.customer === id && (type === undefined || one.type === type),
    );
    return pageOf(all, call.params, `/v1/customers/${id}/payment_methods`);
  }),
  operation<Stripe.PaymentMethodAttachParams>("POST /v1/payment_methods/{id}/attach", (call) => {
    const { customer } = call.params;
    if (!customer) throw invalid("Missing required param: customer.", "parameter_missing", "customer");
    return attachMethod(clockOf(call, customer), methodOrToken(call, idIn(call), "id"), customer);
  }),
  operation("POST /v1/payment_methods/{id}/detach", (call) =>
    detachMethod(call, find(call.account, "payment_methods", idIn(call))),
  ),
];
