import type Stripe from "stripe";
import { type Ctx, find } from "../store/account";
import type { Invoice, Subscription } from "../store/wire-types";
import { invalid } from "../wire/errors";
import { wholeList } from "../wire/lists";
import { refuseUnsupported } from "../wire/unsupported";
import { planChange } from "./change";
import { clockOf } from "./clock";
import { buildInvoice } from "./invoice-object";
import { itemAmount, itemLine, type LineDraft, pendingLine } from "./lines";
import { periodEndAfter } from "./period";
import { intervalOf, productName, usablePrice } from "./subscribe";
import { buildSubscription } from "./subscription-object";
import { nextItems } from "./update";

type Details = NonNullable<Stripe.InvoiceCreatePreviewParams["subscription_details"]>;

/** What the next invoice would be, or the one that a change would make. Nothing is stored. */
export const previewInvoice = (at: Ctx, params: Stripe.InvoiceCreatePreviewParams): Invoice => {
  refuseUnsupported(params, ["schedule", "schedule_details", "invoice_items", "discounts"]);
  const running = params.subscription
    ? find(at.account, "subscriptions", params.subscription, "subscription")
    : undefined;
  const customer = running?.customer ?? params.customer;
  if (!customer)
    throw invalid("You must provide a customer or a subscription.", "parameter_missing", "customer");
  const ctx = clockOf(at, customer);
  const details = params.subscription_details ?? {};
  const subscription = running ?? imagined(ctx, customer, details);
  const lines = running ? linesOfChange(ctx, running, details) : wholePeriods(ctx, subscription);
  const built = buildInvoice(ctx, {
    customer,
    lines,
    reason: details.items && running ? "subscription_update" : "upcoming",
    subscription,
    period: { start: ctx.now, end: subscription.items.data[0]?.current_period_end ?? ctx.now },
  });
  const id = built.id.replace("in_", "upcoming_in_");
  return {
    ...built,
    id,
    lines: wholeList(
      built.lines.data.map((line) => ({ ...line, invoice: id })),
      `/v1/invoices/${id}/lines`,
    ),
  };
};

const wholePeriods = (ctx: Ctx, subscription: Subscription): LineDraft[] =>
  subscription.items.data.map((item) => itemLine(item, productName(ctx, item.price), itemAmount(item)));

/** The next cycle with what waits for it; with `always_invoice` only what the change itself would charge now. */
const linesOfChange = (ctx: Ctx, subscription: Subscription, details: Details): LineDraft[] => {
  const items = nextItems(ctx, subscription, details.items ?? []);
  const date = details.proration_date ?? ctx.now;
  const restart = details.billing_cycle_anchor?.type === "now" || details.trial_end === "now";
  const planned = planChange(ctx, subscription, {
    items,
    prorate: details.proration_behavior !== "none",
    date,
    restart,
  });
  const waiting = [...ctx.account.tables.pending_items.values()].filter(
    (one) => one.subscription === subscription.id,
  );
  const prorations = [...waiting, ...planned.prorations].map((one) =>
    pendingLine(one, find(ctx.account, "prices", one.price)),
  );
  if (details.proration_behavior === "always_invoice" || planned.dueNow.length > 0)
    return [...prorations, ...planned.dueNow];
  const recurring = intervalOf(planned.items);
  const next = planned.items.map((item) => ({
    ...item,
    current_period_start: item.current_period_end,
    current_period_end: periodEndAfter(planned.anchor, recurring, item.current_period_end),
  }));
  return [
    ...prorations,
    ...next.map((item) => itemLine(item, productName(ctx, item.price), itemAmount(item))),
  ];
};

/** A subscription that does not exist yet, to see what its first invoice would be. */
const imagined = (ctx: Ctx, customer: string, details: Details): Subscription => {
  const items = (details.items ?? []).map((item, at) => ({
    price: usablePrice(ctx, item.price ?? "", `subscription_details[items][${at}][price]`),
    quantity: item.quantity ?? 1,
  }));
  const recurring = intervalOf(items);
  return buildSubscription(ctx, {
    customer,
    items,
    anchor: ctx.now,
    periodEnd: periodEndAfter(ctx.now, recurring, ctx.now),
    trialEnd: null,
    status: "active",
    metadata: {},
    description: null,
    paymentMethod: null,
    collection: "charge_automatically",
    daysUntilDue: null,
    cancelAt: null,
    cancelAtPeriodEnd: false,
    withoutCard: "create_invoice",
  });
};
