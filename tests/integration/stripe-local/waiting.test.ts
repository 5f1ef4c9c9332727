import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StandIn } from "@/tools/stripe-local/server";
import {
  makeCatalogue,
  newDataDir,
  removeDir,
  sdkFor,
  startForTest,
  submitCheckout,
  until,
} from "./stand-in";

const dataDir = newDataDir();
const DAY = 86_400;
let standIn: StandIn;
let stripe: Stripe;
let monthly: Stripe.Price;
let yearly: Stripe.Price;

beforeAll(async () => {
  standIn = await startForTest(dataDir);
  stripe = sdkFor(standIn);
  ({ monthly, yearly } = await makeCatalogue(stripe));
});

afterAll(async () => {
  await standIn.close();
  await removeDir(dataDir);
});

const post = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: "POST", redirect: "manual", body: new URLSearchParams(fields) });

const checkout = (more: Partial<Stripe.Checkout.SessionCreateParams> = {}) =>
  stripe.checkout.sessions.create({
    mode: "subscription",
    line_items: [{ price: monthly.id, quantity: 1 }],
    success_url: "http://localhost/ok",
    ...more,
  });

const aClock = (daysAgo: number) =>
  stripe.testHelpers.testClocks.create({ frozen_time: Math.floor(Date.now() / 1000) - daysAgo * DAY });

const advance = async (clock: string, frozen_time: number) => {
  await stripe.testHelpers.testClocks.advance(clock, { frozen_time });
  await until(async () => (await stripe.testHelpers.testClocks.retrieve(clock)).status === "ready");
};

const typesSince = async (created: number): Promise<string[]> =>
  (await stripe.events.list({ limit: 100, created: { gte: created } })).data.map((event) => event.type);

describe("3-D Secure", () => {
  it("the bank is asked first; refused there nothing comes to be, passed there the card is charged", async () => {
    const session = await checkout();
    const asked = await submitCheckout(session.url ?? "", "4000002500003155");
    expect(await asked.text()).toContain("Confirme com o seu banco");
    const failed = await post(session.url ?? "", { challenge: "failed", email: "a@b.example" });
    expect(failed.status).toBe(402);
    expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe("open");
    await submitCheckout(session.url ?? "", "4000002500003155");
    expect((await post(session.url ?? "", { challenge: "passed", email: "a@b.example" })).status).toBe(303);
    const done = await stripe.checkout.sessions.retrieve(session.id, { expand: ["subscription"] });
    expect(done).toMatchObject({
      status: "complete",
      payment_status: "paid",
      subscription: { status: "active" },
    });
  });

  it("a renewal whose bank asks every time fails until the holder pays on the invoice's page", async () => {
    const clock = await aClock(60);
    const customer = await stripe.customers.create({ test_clock: clock.id, email: "a@b.example" });
    const session = await checkout({ customer: customer.id });
    await submitCheckout(session.url ?? "", "4000002760003184");
    await post(session.url ?? "", { challenge: "passed" });
    const { subscription } = await stripe.checkout.sessions.retrieve(session.id);
    await advance(clock.id, clock.frozen_time + 32 * DAY);
    const late = await stripe.subscriptions.retrieve(String(subscription), { expand: ["latest_invoice"] });
    const invoice = late.latest_invoice as Stripe.Invoice;
    expect(late.status).toBe("past_due");
    expect(invoice.status).toBe("open");
    const page = invoice.hosted_invoice_url ?? "";
    const fields = { cardNumber: "4000002760003184", cardExpiry: "12 / 34", cardCvc: "123" };
    expect(await (await post(page, fields)).text()).toContain("Confirme com o seu banco");
    expect((await post(page, { challenge: "passed" })).status).toBe(303);
    expect((await stripe.subscriptions.retrieve(late.id)).status).toBe("active");
    expect((await stripe.invoices.retrieve(invoice.id ?? "")).status).toBe("paid");
  });
});

describe("boleto and Pix", () => {
  const boleto = { email: "a@b.example", paymentMethod: "boleto", billingName: "Ana", taxId: "39053344705" };

  it("a boleto leaves the subscription incomplete until it is paid", async () => {
    const since = Math.floor(Date.now() / 1000);
    const session = await checkout();
    expect((await post(session.url ?? "", { ...boleto, taxId: "" })).status).toBe(402);
    const voucher = (await post(session.url ?? "", boleto)).headers.get("location") ?? "";
    const waiting = await stripe.checkout.sessions.retrieve(session.id, { expand: ["subscription"] });
    expect(waiting).toMatchObject({
      status: "complete",
      payment_status: "unpaid",
      subscription: { status: "incomplete" },
    });
    expect(await (await fetch(voucher)).text()).toContain("Seu boleto");
    await post(voucher, { action: "pay" });
    const paid = await stripe.checkout.sessions.retrieve(session.id, { expand: ["subscription"] });
    expect(paid).toMatchObject({ payment_status: "paid", subscription: { status: "active" } });
    const types = await typesSince(since);
    for (const type of [
      "checkout.session.completed",
      "checkout.session.async_payment_succeeded",
      "invoice.paid",
    ])
      expect(types).toContain(type);
  });

  it("a boleto that nobody pays ends the subscription after three days, not after 23 hours", async () => {
    const clock = await aClock(30);
    const customer = await stripe.customers.create({ test_clock: clock.id, email: "a@b.example" });
    const session = await checkout({ customer: customer.id });
    await post(session.url ?? "", boleto);
    const { subscription } = await stripe.checkout.sessions.retrieve(session.id);
    await advance(clock.id, clock.frozen_time + 2 * DAY);
    expect((await stripe.subscriptions.retrieve(String(subscription))).status).toBe("incomplete");
    await advance(clock.id, clock.frozen_time + 4 * DAY);
    expect((await stripe.subscriptions.retrieve(String(subscription))).status).toBe("incomplete_expired");
  });

  it("an open invoice is paid by Pix on its page", async () => {
    const clock = await aClock(60);
    const customer = await stripe.customers.create({ test_clock: clock.id });
    const method = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", {
      customer: customer.id,
    });
    const { id } = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: monthly.id }],
      default_payment_method: method.id,
      trial_period_days: 3,
    });
    await advance(clock.id, clock.frozen_time + 4 * DAY);
    const late = await stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] });
    expect(late.status).toBe("past_due");
    const page = (late.latest_invoice as Stripe.Invoice).hosted_invoice_url ?? "";
    const voucher = (await post(page, { paymentMethod: "pix" })).headers.get("location") ?? "";
    expect(await (await fetch(voucher)).text()).toContain("Pague com Pix");
    await post(voucher, { action: "pay" });
    expect((await stripe.subscriptions.retrieve(id)).status).toBe("active");
  });
});

describe("a trial without a card", () => {
  it.each([
    ["cancel", "canceled"],
    ["pause", "paused"],
    ["create_invoice", "past_due"],
  ] as const)("asked to %s ends %s", async (missing_payment_method, status) => {
    const clock = await aClock(60);
    const customer = await stripe.customers.create({ test_clock: clock.id, email: "a@b.example" });
    const session = await checkout({
      customer: customer.id,
      payment_method_collection: "if_required",
      subscription_data: {
        trial_period_days: 14,
        trial_settings: { end_behavior: { missing_payment_method } },
      },
    });
    expect(session.amount_total).toBe(0);
    expect((await post(session.url ?? "", {})).status).toBe(303);
    const { subscription } = await stripe.checkout.sessions.retrieve(session.id);
    expect((await stripe.subscriptions.retrieve(String(subscription))).status).toBe("trialing");
    await advance(clock.id, clock.frozen_time + 15 * DAY);
    expect((await stripe.subscriptions.retrieve(String(subscription))).status).toBe(status);
  });
});

describe("a schedule", () => {
  it("changes the plan when the period ends, once, and then lets go", async () => {
    const clock = await aClock(90);
    const customer = await stripe.customers.create({ test_clock: clock.id });
    const method = await stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
    const cheap = await stripe.prices.create({
      product: String(monthly.product),
      currency: "brl",
      unit_amount: 4_900,
      recurring: { interval: "month" },
    });
    const { id } = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: monthly.id }],
      default_payment_method: method.id,
    });
    const schedule = await stripe.subscriptionSchedules.create({ from_subscription: id });
    const [now] = schedule.phases;
    await stripe.subscriptionSchedules.update(schedule.id, {
      phases: [
        { items: [{ price: monthly.id }], start_date: now?.start_date ?? 0, end_date: now?.end_date ?? 0 },
        { items: [{ price: cheap.id }], duration: { interval: "month", interval_count: 1 } },
      ],
    });
    await expect(stripe.subscriptions.update(id, { cancel_at_period_end: true })).rejects.toThrow(/schedule/);
    await advance(clock.id, clock.frozen_time + 33 * DAY);
    const invoices = await stripe.invoices.list({ subscription: id });
    expect(invoices.data.map((invoice) => invoice.amount_paid)).toEqual([4_900, 14_900]);
    await advance(clock.id, clock.frozen_time + 65 * DAY);
    const after = await stripe.subscriptions.retrieve(id);
    expect(after.schedule).toBeNull();
    expect(after.items.data[0]?.price.id).toBe(cheap.id);
    expect(yearly.id).not.toBe(cheap.id);
  });
});

describe("giving back", () => {
  it("a credit note refunds a paid invoice, and cannot give back more than was paid", async () => {
    const customer = await stripe.customers.create();
    const method = await stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
    const { latest_invoice } = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: monthly.id }],
      default_payment_method: method.id,
    });
    const invoice = String(latest_invoice);
    const note = await stripe.creditNotes.create({ invoice, amount: 4_900, refund_amount: 4_900 });
    expect(note).toMatchObject({ post_payment_amount: 4_900, type: "post_payment", status: "issued" });
    expect(await stripe.invoices.retrieve(invoice)).toMatchObject({
      status: "paid",
      post_payment_credit_notes_amount: 4_900,
    });
    const [charge] = (await stripe.charges.list({ customer: customer.id })).data;
    expect(charge).toMatchObject({ amount_refunded: 4_900, refunded: false });
    await expect(
      stripe.creditNotes.create({ invoice, amount: 14_900, refund_amount: 14_900 }),
    ).rejects.toMatchObject({ type: "StripeInvalidRequestError" });
    await stripe.refunds.create({ charge: charge?.id ?? "" });
    await expect(stripe.refunds.create({ charge: charge?.id ?? "" })).rejects.toMatchObject({
      code: "charge_already_refunded",
    });
  });
});

describe("misbehaviour on demand", () => {
  const misbehave = (faults: object[]) =>
    fetch(`${standIn.url}/_stand-in/faults`, { method: "POST", body: JSON.stringify(faults) });

  it("answers 500, 429, late or not at all as often as asked, and a retried call is made once", async () => {
    const patient = sdkFor(standIn);
    await misbehave([{ match: "POST /v1/customers", status: 500 }]);
    await expect(patient.customers.create()).rejects.toMatchObject({ statusCode: 500 });
    await misbehave([{ match: "GET /v1/customers", status: 429, times: 2 }]);
    for (const _ of [1, 2]) await expect(patient.customers.list()).rejects.toMatchObject({ statusCode: 429 });
    // The SDK tries a kept connection that was cut a second time by itself.
    await misbehave([{ match: "POST /v1/customers", status: 0, times: 2 }]);
    const idempotencyKey = "once";
    const lost = patient.customers.create({ name: "Só uma vez" }, { idempotencyKey });
    await expect(lost).rejects.toMatchObject({ type: "StripeConnectionError" });
    const again = await patient.customers.create({ name: "Só uma vez" }, { idempotencyKey });
    const all = (await patient.customers.list({ limit: 100 })).data.filter(
      (one) => one.name === "Só uma vez",
    );
    expect(all.map((one) => one.id)).toEqual([again.id]);
  });
});

describe("the portal", () => {
  it("takes another card, which pays from then on, and refuses one that is no card", async () => {
    const customer = await stripe.customers.create({ email: "a@b.example" });
    const method = await stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
    const { id } = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: monthly.id }],
      default_payment_method: method.id,
    });
    const portal = await stripe.billingPortal.sessions.create({ customer: customer.id });
    const fields = { action: "card", cardExpiry: "12 / 34", cardCvc: "123" };
    const refused = await post(portal.url, { ...fields, cardNumber: "4242424242424241" });
    expect(await refused.text()).toContain("O número do cartão está incorreto.");
    expect((await post(portal.url, { ...fields, cardNumber: "5555555555554444" })).status).toBe(303);
    const changed = await stripe.subscriptions.retrieve(id, { expand: ["default_payment_method"] });
    expect(changed.default_payment_method).toMatchObject({ card: { brand: "mastercard", last4: "4444" } });
  });
});
