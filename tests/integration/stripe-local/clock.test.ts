import type Stripe from "stripe";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { StandIn } from "@/tools/stripe-local/server";
import { makeCatalogue, newDataDir, removeDir, sdkFor, startForTest, until } from "./stand-in";

const dataDir = newDataDir();
let standIn: StandIn;
let stripe: Stripe;
let catalogue: Awaited<ReturnType<typeof makeCatalogue>>;

beforeAll(async () => {
  standIn = await startForTest(dataDir);
  stripe = sdkFor(standIn);
  catalogue = await makeCatalogue(stripe);
});

afterAll(async () => {
  await standIn.close();
  await removeDir(dataDir);
});

const seconds = (iso: string): number => Date.parse(iso) / 1000;

const advance = async (clock: string, iso: string) => {
  const moving = await stripe.testHelpers.testClocks.advance(clock, { frozen_time: seconds(iso) });
  expect(moving.status).toBe("advancing");
  await until(async () => (await stripe.testHelpers.testClocks.retrieve(clock)).status === "ready");
};

const customerOn = async (iso: string, token = "pm_card_visa") => {
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: seconds(iso) });
  const customer = await stripe.customers.create({ test_clock: clock.id, name: "Aurora" });
  const method = await stripe.paymentMethods.attach(token, { customer: customer.id });
  await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: method.id } });
  return { clock: clock.id, customer: customer.id };
};

it("a clock moved through a year leaves thirteen paid monthly invoices, numbered and dated, ends of months kept", async () => {
  const { clock, customer } = await customerOn("2025-10-31T12:00:00Z");
  const subscription = await stripe.subscriptions.create({
    customer,
    items: [{ price: catalogue.monthly.id }],
  });
  for (let month = 1; month <= 12; month += 1) {
    const day = new Date(Date.UTC(2025, 10 + month, 0, 14));
    await advance(clock, day.toISOString());
  }
  const invoices = await stripe.invoices.list({ customer, limit: 100 });
  expect(invoices.data).toHaveLength(13);
  expect(new Set(invoices.data.map((one) => one.status))).toEqual(new Set(["paid"]));
  expect(invoices.data[0]?.number).toMatch(/-0013$/);
  const days = invoices.data.map((one) => new Date(one.created * 1000).toISOString().slice(0, 10)).reverse();
  expect(days.slice(0, 5)).toEqual(["2025-10-31", "2025-11-30", "2025-12-31", "2026-01-31", "2026-02-28"]);
  const renewed = await stripe.subscriptions.retrieve(subscription.id);
  expect(new Date((renewed.items.data[0]?.current_period_end ?? 0) * 1000).toISOString()).toBe(
    "2026-11-30T12:00:00.000Z",
  );
});

it("a clock refuses to go back or further than two intervals", async () => {
  const { clock, customer } = await customerOn("2026-01-01T00:00:00Z");
  await stripe.subscriptions.create({ customer, items: [{ price: catalogue.monthly.id }] });
  const tooFar = { frozen_time: seconds("2026-06-01T00:00:00Z") };
  await expect(stripe.testHelpers.testClocks.advance(clock, tooFar)).rejects.toMatchObject({
    param: "frozen_time",
  });
  const back = { frozen_time: seconds("2025-06-01T00:00:00Z") };
  await expect(stripe.testHelpers.testClocks.advance(clock, back)).rejects.toMatchObject({
    param: "frozen_time",
  });
});

it("B6: an upgrade costs exactly what the preview said", async () => {
  const { clock, customer } = await customerOn("2026-03-01T00:00:00Z");
  const scale = await stripe.prices.create({
    product: catalogue.product.id,
    currency: "brl",
    unit_amount: 39_900,
    recurring: { interval: "month" },
  });
  const subscription = await stripe.subscriptions.create({
    customer,
    items: [{ price: catalogue.monthly.id }],
  });
  await advance(clock, "2026-03-11T06:00:00Z");
  const change = {
    items: [{ id: subscription.items.data[0]?.id ?? "", price: scale.id }],
    proration_behavior: "always_invoice" as const,
  };
  const preview = await stripe.invoices.createPreview({
    subscription: subscription.id,
    subscription_details: change,
  });
  const changed = await stripe.subscriptions.update(subscription.id, {
    ...change,
    expand: ["latest_invoice"],
  });
  const invoice = changed.latest_invoice as Stripe.Invoice;
  expect(invoice).toMatchObject({
    status: "paid",
    billing_reason: "subscription_update",
    total: preview.total,
  });
  expect(invoice.total).toBeGreaterThan(0);
  expect(invoice.lines.data.map((line) => line.amount)).toEqual(
    preview.lines.data.map((line) => line.amount),
  );
});

it("B6: a card that fails at renewal makes past_due, retries, and a new card recovers", async () => {
  const { clock, customer } = await customerOn("2026-03-01T00:00:00Z");
  const subscription = await stripe.subscriptions.create({
    customer,
    items: [{ price: catalogue.monthly.id }],
  });
  const bad = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer });
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: bad.id } });
  await advance(clock, "2026-04-01T02:00:00Z");
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe("past_due");
  const open = (await stripe.invoices.list({ customer, status: "open" })).data[0];
  expect(open).toMatchObject({ attempt_count: 1, next_payment_attempt: expect.any(Number) });
  const good = await stripe.paymentMethods.attach("pm_card_mastercard", { customer });
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: good.id } });
  await advance(clock, "2026-04-05T00:00:00Z");
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe("active");
  expect((await stripe.invoices.retrieve(open?.id ?? "")).status).toBe("paid");
});

it("a subscription set to end ends with its period; a trial becomes a paid month", async () => {
  const { clock, customer } = await customerOn("2026-03-01T00:00:00Z");
  const ending = await stripe.subscriptions.create({ customer, items: [{ price: catalogue.monthly.id }] });
  await stripe.subscriptions.update(ending.id, { cancel_at_period_end: true });
  const trial = await stripe.subscriptions.create({
    customer,
    items: [{ price: catalogue.monthly.id }],
    trial_period_days: 14,
  });
  expect(trial.status).toBe("trialing");
  await advance(clock, "2026-04-02T00:00:00Z");
  expect((await stripe.subscriptions.retrieve(ending.id)).status).toBe("canceled");
  expect((await stripe.subscriptions.retrieve(trial.id)).status).toBe("active");
  const totals = (await stripe.invoices.list({ subscription: trial.id })).data.map((one) => one.total);
  expect(totals).toEqual([14_900, 0]);
});
