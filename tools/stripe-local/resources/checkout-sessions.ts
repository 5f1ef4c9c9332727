import type Stripe from "stripe";
import { priceSession } from "../billing/checkout-price";
import { clockOf } from "../billing/clock";
import { expireSession } from "../billing/due";
import { itemAmount } from "../billing/lines";
import { intervalOf, productName, usablePrice } from "../billing/subscribe";
import { type Ctx, change, find, newest, put } from "../store/account";
import type { CheckoutLine } from "../store/tables";
import type { CheckoutSession, LineItem } from "../store/wire-types";
import { invalid } from "../wire/errors";
import { newId } from "../wire/ids";
import { inRange, pageOf } from "../wire/lists";
import { idIn, mergeMetadata, operation } from "../wire/operation";
import { refuseUnsupported } from "../wire/unsupported";
import { buildSession } from "./checkout-session-object";
import { createPrice } from "./prices";
import { checkedDiscounts, trialEndBehavior, trialEndOf } from "./subscriptions";

type Params = Stripe.Checkout.SessionCreateParams;

const linesOf = (ctx: Ctx, given: Params["line_items"]): CheckoutLine[] =>
  (given ?? []).map((line, at) => {
    const param = `line_items[${at}][price]`;
    const price = line.price ?? (line.price_data ? createPrice(ctx, line.price_data).id : undefined);
    if (!price) throw invalid(`Missing required param: ${param}.`, "parameter_missing", param);
    return { id: newId("li"), price: usablePrice(ctx, price, param).id, quantity: line.quantity ?? 1 };
  });

const create = (at: Ctx, params: Params): CheckoutSession => {
  if (params.mode !== "subscription")
    throw invalid("The local stand-in checks out subscriptions only.", "parameter_invalid", "mode");
  refuseUnsupported(params, ["shipping_address_collection", "shipping_options", "optional_items"]);
  if ((params.ui_mode ?? "hosted_page") !== "hosted_page")
    throw invalid("The local stand-in has the hosted page only.", "parameter_invalid", "ui_mode");
  if (!params.success_url)
    throw invalid("Missing required param: success_url.", "parameter_missing", "success_url");
  const ctx = clockOf(at, params.customer ?? null);
  if (params.customer) find(ctx.account, "customers", params.customer, "customer");
  const lines = linesOf(ctx, params.line_items);
  if (lines.length === 0)
    throw invalid("Missing required param: line_items.", "parameter_missing", "line_items");
  const items = lines.map((line) => ({
    price: find(ctx.account, "prices", line.price),
    quantity: line.quantity,
  }));
  intervalOf(items);
  const trialEnd = trialEndOf(ctx, params.subscription_data ?? {});
  const session = put(
    ctx.account,
    "checkout_sessions",
    buildSession(ctx, params, items[0]?.price.currency ?? "brl"),
  );
  put(ctx.account, "secrets", {
    id: session.id,
    kind: "checkout",
    lines,
    subscription: {
      metadata: mergeMetadata({}, params.subscription_data?.metadata),
      description: params.subscription_data?.description ?? null,
      trialEnd,
      withoutCard: trialEndBehavior(params.subscription_data?.trial_settings),
    },
    discounts: checkedDiscounts(ctx, params.discounts, params.customer ?? null),
  });
  return priceSession(ctx, session);
};

/** What a session sells; Stripe shows it only when asked to expand it. */
export const sessionLines = (ctx: Ctx, session: string): LineItem[] => {
  const secret = ctx.account.tables.secrets.get(session);
  return (secret?.kind === "checkout" ? secret.lines : []).map((line) => {
    const price = find(ctx.account, "prices", line.price);
    const amount = itemAmount({ price, quantity: line.quantity });
    return {
      id: line.id,
      object: "item",
      adjustable_quantity: null,
      amount_discount: 0,
      amount_subtotal: amount,
      amount_tax: 0,
      amount_total: amount,
      currency: price.currency,
      description: productName(ctx, price),
      metadata: {},
      price,
      quantity: line.quantity,
    };
  });
};

export const checkoutSessionOperations = [
  operation<Params>("POST /v1/checkout/sessions", (call) => create(call, call.params)),
  operation("GET /v1/checkout/sessions/{id}", (call) => find(call.account, "checkout_sessions", idIn(call))),
  operation<Stripe.Checkout.SessionUpdateParams>("POST /v1/checkout/sessions/{id}", (call) => {
    const old = find(call.account, "checkout_sessions", idIn(call));
    return change(call.account, "checkout_sessions", old.id, {
      metadata: mergeMetadata(old.metadata ?? {}, call.params.metadata),
    });
  }),
  operation<Stripe.Checkout.SessionListParams>("GET /v1/checkout/sessions", ({ account, params }) => {
    const all = newest(
      account,
      "checkout_sessions",
      (one) =>
        (params.customer === undefined || one.customer === params.customer) &&
        (params.subscription === undefined || one.subscription === params.subscription) &&
        (params.status === undefined || one.status === params.status) &&
        inRange(one.created, params.created),
    );
    return pageOf(all, params, "/v1/checkout/sessions");
  }),
  operation("POST /v1/checkout/sessions/{id}/expire", (call) => {
    const session = find(call.account, "checkout_sessions", idIn(call));
    if (session.status !== "open")
      throw invalid(
        `This Session is in a state that cannot be expired. It must be in \`open\` state. The current state is \`${session.status}\`.`,
      );
    return expireSession(call, session);
  }),
  operation<Stripe.Checkout.SessionListLineItemsParams>(
    "GET /v1/checkout/sessions/{id}/line_items",
    (call) => {
      const { id } = find(call.account, "checkout_sessions", idIn(call));
      return pageOf(sessionLines(call, id), call.params, `/v1/checkout/sessions/${id}/line_items`);
    },
  ),
];
