import type Stripe from "stripe";
import { cancelSubscription } from "../billing/cancel";
import { clockOf } from "../billing/clock";
import { usableCoupon } from "../billing/discounts";
import { preflight } from "../billing/preflight";
import { type Request, startSubscription, usablePrice } from "../billing/subscribe";
import type { NewItem } from "../billing/subscription-object";
import { updateSubscription } from "../billing/update";
import { type Ctx, find, newest } from "../store/account";
import type { DiscountParam, TrialEnd } from "../store/tables";
import type { Subscription } from "../store/wire-types";
import { invalid, StripeRefusal } from "../wire/errors";
import { inRange, pageOf } from "../wire/lists";
import { idIn, mergeMetadata, operation } from "../wire/operation";
import { refuseUnsupported } from "../wire/unsupported";

const NOT_ACTED_UPON = [
  "add_invoice_items",
  "application_fee_percent",
  "backdate_start_date",
  "billing_schedules",
  "billing_thresholds",
  "default_tax_rates",
  "on_behalf_of",
  "pending_invoice_item_interval",
  "transfer_data",
];

/** The items of a request with their prices looked up. */
const itemsOf = (
  ctx: Ctx,
  given: { price?: string; quantity?: number; metadata?: object | "" }[] | undefined,
): NewItem[] =>
  (given ?? []).map((item, at) => {
    const param = `items[${at}][price]`;
    if (!item.price) throw invalid(`Missing required param: ${param}.`, "parameter_missing", param);
    const metadata = mergeMetadata({}, item.metadata as Record<string, string> | "" | undefined);
    return { price: usablePrice(ctx, item.price, param), quantity: item.quantity ?? 1, metadata };
  });

/** The end of the trial that the parameters ask for. */
export const trialEndOf = (
  ctx: Ctx,
  params: { trial_end?: "now" | number; trial_period_days?: number },
): number | null => {
  if (params.trial_period_days) return ctx.now + params.trial_period_days * 86_400;
  if (params.trial_end === undefined || params.trial_end === "now") return null;
  if (params.trial_end <= ctx.now)
    throw invalid(
      "Invalid timestamp: must be an integer Unix timestamp in the future.",
      undefined,
      "trial_end",
    );
  return params.trial_end;
};

type CreateParams = Stripe.SubscriptionCreateParams;

const create = (at: Ctx, params: CreateParams): Subscription => {
  refuseUnsupported(params, NOT_ACTED_UPON);
  const customer = find(at.account, "customers", params.customer ?? "", "customer");
  const ctx = clockOf(at, customer.id);
  const request = readRequest(ctx, params, customer.id);
  const charges =
    request.trialEnd === null && request.collection !== "send_invoice" && request.payment === "charge";
  const strict = params.payment_behavior === "error_if_incomplete";
  if (charges) preflight(ctx, { ...request, method: request.paymentMethod, strict });
  return startSubscription(ctx, request).subscription;
};

const readRequest = (ctx: Ctx, params: CreateParams, customer: string): Request => {
  const items = itemsOf(ctx, params.items);
  if (items.length === 0) throw invalid("Missing required param: items.", "parameter_missing", "items");
  const paymentMethod = params.default_payment_method ?? null;
  if (paymentMethod) find(ctx.account, "payment_methods", paymentMethod, "default_payment_method");
  return {
    customer,
    items,
    anchor: params.billing_cycle_anchor ?? null,
    trialEnd: trialEndOf(ctx, params),
    metadata: mergeMetadata({}, params.metadata),
    description: params.description ?? null,
    paymentMethod,
    collection: params.collection_method ?? "charge_automatically",
    daysUntilDue: params.days_until_due ?? null,
    cancelAt: typeof params.cancel_at === "number" ? params.cancel_at : null,
    cancelAtPeriodEnd: params.cancel_at_period_end ?? false,
    payment: params.payment_behavior === "default_incomplete" ? "leave_incomplete" : "charge",
    withoutCard: trialEndBehavior(params.trial_settings),
    discounts: checkedDiscounts(ctx, params.discounts, customer),
  };
};

export const trialEndBehavior = (
  settings: { end_behavior: { missing_payment_method?: string } } | undefined,
): TrialEnd => (settings?.end_behavior.missing_payment_method ?? "create_invoice") as TrialEnd;

/** The discounts of a request; every one is looked at before anything is made. */
export const checkedDiscounts = (
  ctx: Ctx,
  given: DiscountParam[] | "" | null | undefined,
  customer: string | null,
): DiscountParam[] => {
  const wanted = given || [];
  for (const one of wanted) if (!one.discount) usableCoupon(ctx, one, customer);
  return wanted;
};

const hasWantedStatus = (one: Subscription, wanted: string | undefined): boolean => {
  if (wanted === "all") return true;
  if (wanted === "ended") return one.ended_at !== null;
  return wanted === undefined ? one.ended_at === null : one.status === wanted;
};

/** Without a customer, Stripe lists the subscriptions of one clock, or of none. */
const isListed = (one: Subscription, params: Stripe.SubscriptionListParams): boolean =>
  hasWantedStatus(one, params.status) &&
  (params.customer === undefined
    ? one.test_clock === (params.test_clock ?? null)
    : one.customer === params.customer) &&
  (params.price === undefined || one.items.data.some((item) => item.price.id === params.price)) &&
  inRange(one.created, params.created);

export const subscriptionOperations = [
  operation<Stripe.SubscriptionCreateParams>("POST /v1/subscriptions", (call) => create(call, call.params)),
  operation("GET /v1/subscriptions/{id}", (call) => find(call.account, "subscriptions", idIn(call))),
  operation<Stripe.SubscriptionUpdateParams>("POST /v1/subscriptions/{id}", (call) => {
    refuseUnsupported(call.params, NOT_ACTED_UPON);
    const subscription = find(call.account, "subscriptions", idIn(call));
    return updateSubscription(clockOf(call, subscription.customer), subscription, call.params);
  }),
  operation<Stripe.SubscriptionListParams>("GET /v1/subscriptions", ({ account, params }) =>
    pageOf(
      newest(account, "subscriptions", (one) => isListed(one, params)),
      params,
      "/v1/subscriptions",
    ),
  ),
  operation<Stripe.SubscriptionCancelParams>("DELETE /v1/subscriptions/{id}", (call) => {
    const subscription = find(call.account, "subscriptions", idIn(call));
    if (subscription.ended_at !== null)
      throw new StripeRefusal(404, {
        type: "invalid_request_error",
        code: "resource_missing",
        param: "id",
        message: `No such subscription: '${subscription.id}'`,
      });
    refuseUnsupported(call.params, ["invoice_now", "prorate"]);
    const { comment, feedback } = call.params.cancellation_details ?? {};
    return cancelSubscription(clockOf(call, subscription.customer), subscription, {
      comment: comment || null,
      feedback: feedback || null,
    });
  }),
  operation<Stripe.SubscriptionItemListParams>("GET /v1/subscription_items", (call) => {
    const subscription = find(call.account, "subscriptions", call.params.subscription, "subscription");
    return pageOf(subscription.items.data, call.params, "/v1/subscription_items");
  }),
];
