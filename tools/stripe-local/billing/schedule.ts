import { type Ctx, change, find, put } from "../store/account";
import { emit } from "../store/events";
import type { Subscription, SubscriptionItem, SubscriptionSchedule } from "../store/wire-types";
import { invalid } from "../wire/errors";
import { newId } from "../wire/ids";
import { addIntervals } from "./period";
import { intervalOf, usablePrice } from "./subscribe";
import { changedItem } from "./subscription-object";

export type Phase = SubscriptionSchedule["phases"][number];
export type PhaseParams = {
  items: { price?: string; quantity?: number }[];
  start_date?: number | "now";
  end_date?: number | "now";
  duration?: { interval: "day" | "week" | "month" | "year"; interval_count?: number };
};

/** A schedule over a running subscription: one phase, as it runs now. */
export const scheduleFrom = (ctx: Ctx, subscription: Subscription): SubscriptionSchedule => {
  if (subscription.schedule)
    throw invalid(
      "You cannot migrate a subscription that is already attached to a schedule.",
      undefined,
      "from_subscription",
    );
  const [item] = subscription.items.data;
  const phase = buildPhase(subscription.currency, {
    items: subscription.items.data.map(({ price, quantity }) => ({
      price: price.id,
      quantity: quantity ?? 1,
    })),
    start: item?.current_period_start ?? ctx.now,
    end: item?.current_period_end ?? ctx.now,
  });
  const schedule = put(ctx.account, "subscription_schedules", {
    ...unusedFields(),
    id: newId("sub_sched"),
    object: "subscription_schedule",
    created: ctx.now,
    current_phase: { start_date: phase.start_date, end_date: phase.end_date },
    customer: subscription.customer,
    end_behavior: "release",
    metadata: {},
    phases: [phase],
    status: "active",
    subscription: subscription.id,
    test_clock: subscription.test_clock ?? null,
  });
  change(ctx.account, "subscriptions", subscription.id, { schedule: schedule.id });
  emit(ctx, "subscription_schedule.created", schedule);
  return schedule;
};

const unusedFields = () => ({
  application: null,
  billing_mode: { flexible: { proration_discounts: "included" as const }, type: "flexible" as const },
  canceled_at: null,
  completed_at: null,
  customer_account: null,
  default_settings: {
    application_fee_percent: null,
    billing_cycle_anchor: "automatic" as const,
    billing_thresholds: null,
    collection_method: "charge_automatically" as const,
    default_payment_method: null,
    description: null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      days_until_due: null,
      description: null,
      footer: null,
      issuer: { type: "self" as const },
    },
    on_behalf_of: null,
    transfer_data: null,
  },
  livemode: false,
  pause_schedules: [],
  released_at: null,
  released_subscription: null,
});

type NewPhase = { items: { price: string; quantity: number }[]; start: number; end: number };

const buildPhase = (currency: string, { items, start, end }: NewPhase): Phase => ({
  add_invoice_items: [],
  application_fee_percent: null,
  billing_cycle_anchor: null,
  billing_thresholds: null,
  collection_method: null,
  currency,
  default_payment_method: null,
  default_tax_rates: [],
  description: null,
  discounts: [],
  end_date: end,
  invoice_settings: null,
  items: items.map(({ price, quantity }) => ({
    billing_thresholds: null,
    discounts: [],
    metadata: {},
    plan: price,
    price,
    quantity,
    tax_rates: [],
  })),
  metadata: {},
  on_behalf_of: null,
  proration_behavior: "none",
  start_date: start,
  transfer_data: null,
  trial_end: null,
});

/** The phases that a request wants, each beginning where the one before ends. */
export const readPhases = (ctx: Ctx, schedule: SubscriptionSchedule, given: PhaseParams[]): Phase[] => {
  let start = schedule.current_phase?.start_date ?? ctx.now;
  const currency = schedule.phases[0]?.currency ?? "brl";
  return given.map((phase, at) => {
    const items = phase.items.map((item, place) => ({
      price: usablePrice(ctx, item.price ?? "", `phases[${at}][items][${place}][price]`).id,
      quantity: item.quantity ?? 1,
    }));
    if (typeof phase.start_date === "number") start = phase.start_date;
    const built = buildPhase(currency, { items, start, end: endOf(ctx, phase, { start, at }) });
    start = built.end_date;
    return built;
  });
};

const endOf = (ctx: Ctx, phase: PhaseParams, { start, at }: { start: number; at: number }): number => {
  if (typeof phase.end_date === "number") return phase.end_date;
  const price = find(ctx.account, "prices", phase.items[0]?.price ?? "");
  const every = phase.duration
    ? { interval: phase.duration.interval, interval_count: phase.duration.interval_count ?? 1 }
    : intervalOf([{ price }]);
  const end = addIntervals(start, every, 1);
  if (end <= start) throw invalid("A phase ends after it starts.", undefined, `phases[${at}][end_date]`);
  return end;
};

/** The items of a subscription when its period ends at an instant: those of the phase that begins then. */
export const itemsOfNextPhase = (ctx: Ctx, subscription: Subscription, at: number): SubscriptionItem[] => {
  const schedule = ctx.account.tables.subscription_schedules.get(String(subscription.schedule));
  const phase = schedule?.phases.find((one) => one.start_date <= at && at < one.end_date);
  if (!schedule || !phase || phase.start_date === schedule.current_phase?.start_date)
    return subscription.items.data;
  const moved = change(ctx.account, "subscription_schedules", schedule.id, {
    current_phase: { start_date: phase.start_date, end_date: phase.end_date },
  });
  emit(ctx, "subscription_schedule.updated", moved);
  return subscription.items.data.map((item, place) => {
    const wanted = phase.items[place];
    const price = wanted && ctx.account.tables.prices.get(String(wanted.price));
    return price ? changedItem(item, price, wanted.quantity ?? 1) : item;
  });
};

/** Lets a subscription go on by itself: the schedule's work is done, or was called off. */
export const releaseSchedule = (ctx: Ctx, schedule: SubscriptionSchedule): SubscriptionSchedule => {
  const subscription = String(schedule.subscription);
  const released = change(ctx.account, "subscription_schedules", schedule.id, {
    current_phase: null,
    released_at: ctx.now,
    released_subscription: subscription,
    status: "released",
    subscription: null,
  });
  const freed = change(ctx.account, "subscriptions", subscription, { schedule: null });
  emit(ctx, "subscription_schedule.released", released);
  emit(ctx, "customer.subscription.updated", freed, { schedule: schedule.id });
  return released;
};

/** Releases the schedule of a subscription whose last phase is over. */
export const releaseWhenOver = (ctx: Ctx, subscription: Subscription, at: number): void => {
  const schedule = ctx.account.tables.subscription_schedules.get(String(subscription.schedule));
  const last = schedule?.phases.at(-1);
  if (schedule && last && last.end_date <= at) releaseSchedule(ctx, schedule);
};
