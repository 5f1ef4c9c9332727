import { type Ctx, find } from "../store/account";
import type { TrialEnd } from "../store/tables";
import type { Price, Subscription, SubscriptionItem } from "../store/wire-types";
import { newId } from "../wire/ids";
import { wholeList } from "../wire/lists";

export type NewItem = { price: Price; quantity: number; metadata?: Record<string, string> };

/** What is asked of a new subscription, by the API or by a finished checkout. */
export type NewSubscription = {
  customer: string;
  items: NewItem[];
  anchor: number;
  periodEnd: number;
  trialEnd: number | null;
  status: Subscription["status"];
  metadata: Record<string, string>;
  description: string | null;
  paymentMethod: string | null;
  collection: Subscription["collection_method"];
  daysUntilDue: number | null;
  cancelAt: number | null;
  cancelAtPeriodEnd: boolean;
  withoutCard: TrialEnd;
};

type Plan = SubscriptionItem["plan"];

/** The older twin of a price that an item still carries. */
const planOf = (price: Price): Plan => ({
  id: price.id,
  object: "plan",
  active: price.active,
  amount: price.unit_amount,
  amount_decimal: price.unit_amount_decimal,
  billing_scheme: price.billing_scheme,
  created: price.created,
  currency: price.currency,
  interval: price.recurring?.interval ?? "month",
  interval_count: price.recurring?.interval_count ?? 1,
  livemode: false,
  metadata: price.metadata,
  meter: null,
  nickname: price.nickname,
  product: price.product,
  tiers_mode: null,
  transform_usage: null,
  trial_period_days: null,
  usage_type: "licensed",
});

export const buildItem = (
  subscription: string,
  item: NewItem,
  period: { start: number; end: number },
  now: number,
): SubscriptionItem => ({
  id: newId("si"),
  object: "subscription_item",
  billing_thresholds: null,
  created: now,
  current_period_end: period.end,
  current_period_start: period.start,
  current_trial: null,
  discounts: [],
  metadata: item.metadata ?? {},
  plan: planOf(item.price),
  price: item.price,
  quantity: item.quantity,
  subscription,
  tax_rates: [],
});

/** The same item on another price or quantity. */
export const changedItem = (old: SubscriptionItem, price: Price, quantity: number): SubscriptionItem => ({
  ...old,
  plan: planOf(price),
  price,
  quantity,
});

const unusedFields = () => ({
  application: null,
  application_fee_percent: null,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null },
  billing_cycle_anchor_config: null,
  billing_mode: { flexible: { proration_discounts: "included" as const }, type: "flexible" as const },
  billing_schedules: [],
  billing_thresholds: null,
  default_source: null,
  default_tax_rates: [],
  discounts: [],
  invoice_settings: {
    account_tax_ids: null,
    custom_fields: null,
    description: null,
    footer: null,
    issuer: { type: "self" as const },
  },
  livemode: false,
  managed_payments: null,
  next_pending_invoice_item_invoice: null,
  on_behalf_of: null,
  pause_collection: null,
  payment_settings: {
    payment_method_options: null,
    payment_method_types: null,
    save_default_payment_method: "off" as const,
  },
  pending_invoice_item_interval: null,
  pending_setup_intent: null,
  pending_update: null,
  schedule: null,
  transfer_data: null,
});

export const buildSubscription = (ctx: Ctx, wanted: NewSubscription): Subscription => {
  const id = newId("sub");
  const period = { start: ctx.now, end: wanted.periodEnd };
  const customer = find(ctx.account, "customers", wanted.customer, "customer");
  return {
    ...unusedFields(),
    id,
    object: "subscription",
    billing_cycle_anchor: wanted.anchor,
    cancel_at: wanted.cancelAtPeriodEnd ? wanted.periodEnd : wanted.cancelAt,
    cancel_at_period_end: wanted.cancelAtPeriodEnd,
    canceled_at: wanted.cancelAtPeriodEnd || wanted.cancelAt ? ctx.now : null,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
    collection_method: wanted.collection,
    created: ctx.now,
    currency: wanted.items[0]?.price.currency ?? "brl",
    customer: customer.id,
    customer_account: null,
    days_until_due: wanted.daysUntilDue,
    default_payment_method: wanted.paymentMethod,
    description: wanted.description,
    ended_at: null,
    items: wholeList(
      wanted.items.map((item) => buildItem(id, item, period, ctx.now)),
      `/v1/subscription_items?subscription=${id}`,
    ),
    latest_invoice: null,
    metadata: wanted.metadata,
    start_date: ctx.now,
    status: wanted.status,
    test_clock: customer.test_clock ?? null,
    trial_end: wanted.trialEnd,
    trial_settings: {
      end_behavior: { billing_cycle_anchor: null, missing_payment_method: wanted.withoutCard },
    },
    trial_start: wanted.trialEnd === null ? null : ctx.now,
  };
};
