import { readFileSync } from "node:fs";
import type Stripe from "stripe";
import { afterAll, beforeAll, expect, it } from "vitest";
import { deriveDescription } from "@/tools/stripe-local/description/derive";
import { requestLines } from "@/tools/stripe-local/description/requests";
import type { StandIn } from "@/tools/stripe-local/server";
import { OPERATIONS } from "@/tools/stripe-local/wire/router";
import { checkedSdk, checkerFor } from "./described";
import { makeCatalogue, newDataDir, removeDir, startForTest, submitCheckout, until } from "./stand-in";

const dataDir = newDataDir();
const description = deriveDescription();
let standIn: StandIn;
let checked: ReturnType<typeof checkedSdk>;

beforeAll(async () => {
  standIn = await startForTest(dataDir);
  checked = checkedSdk(standIn, checkerFor(description));
});

afterAll(async () => {
  await standIn.close();
  await removeDir(dataDir);
});

it("the parameters it reads are those of the installed SDK (else: npm run stripe:describe)", () => {
  const lines = requestLines(
    description,
    OPERATIONS.map((operation) => operation.name),
  );
  const kept = readFileSync("tools/stripe-local/wire/requests.jsonl", "utf8");
  expect(kept === `${lines.join("\n")}\n`).toBe(true);
  for (const operation of OPERATIONS)
    expect(description.responses, operation.name).toHaveProperty([operation.name]);
});

const subscribe = async (stripe: Stripe, price: string, clock: string, token: string) => {
  const customer = await stripe.customers.create({
    name: "Mercado São João",
    test_clock: clock,
    tax_id_data: [{ type: "br_cnpj", value: "12.345.678/0001-95" }],
    address: { city: "Campinas", country: "BR" },
  });
  const method = await stripe.paymentMethods.attach(token, { customer: customer.id });
  await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: method.id } });
  return stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price }],
    expand: ["latest_invoice.payments", "latest_invoice.confirmation_secret"],
  });
};

const walkThroughMoney = async (stripe: Stripe) => {
  const { monthly, yearly } = await makeCatalogue(stripe);
  const start = Math.floor(Date.now() / 1000) - 400 * 86_400;
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: start, name: "year" });
  const subscription = await subscribe(stripe, monthly.id, clock.id, "pm_card_visa");
  const item = subscription.items.data[0]?.id ?? "";
  const subscription_details = {
    items: [{ id: item, price: yearly.id }],
    proration_behavior: "always_invoice" as const,
  };
  await stripe.invoices.createPreview({ subscription: subscription.id, subscription_details });
  await stripe.subscriptions.update(subscription.id, {
    ...subscription_details,
    cancel_at_period_end: false,
  });
  await stripe.subscriptionItems.list({ subscription: subscription.id });
  const failing = await subscribe(stripe, monthly.id, clock.id, "pm_card_chargeCustomerFail");
  expect(failing.status).toBe("incomplete");
  const open = await stripe.invoices.list({
    subscription: failing.id,
    expand: ["data.payments.data.payment.payment_intent"],
  });
  await expect(stripe.invoices.pay(open.data[0]?.id ?? "")).rejects.toMatchObject({
    type: "StripeCardError",
    statusCode: 402,
  });
  await stripe.invoices.voidInvoice(open.data[0]?.id ?? "");
  await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: start + 40 * 86_400 });
  await until(async () => (await stripe.testHelpers.testClocks.retrieve(clock.id)).status === "ready");
  await stripe.subscriptions.cancel(subscription.id);
  await stripe.invoicePayments.list();
  await stripe.paymentIntents.list();
  await stripe.charges.list();
  await stripe.paymentMethods.list({ customer: String(subscription.customer) });
  await stripe.customers.listTaxIds(String(subscription.customer));
  return { monthly, yearly, customer: String(subscription.customer) };
};

/** Coupons, a downgrade that waits, credit notes, refunds, a voucher: what bends the straight path. */
const walkThroughChanges = async (stripe: Stripe, monthly: string, yearly: string) => {
  const coupon = await stripe.coupons.create({
    percent_off: 20,
    duration: "repeating",
    duration_in_months: 3,
  });
  const code = await stripe.promotionCodes.create({
    promotion: { type: "coupon", coupon: coupon.id },
    code: "ALDEIA20",
  });
  await stripe.coupons.list();
  await stripe.coupons.retrieve(coupon.id);
  await stripe.coupons.update(coupon.id, { name: "Vinte" });
  await stripe.promotionCodes.list({ code: "aldeia20" });
  await stripe.promotionCodes.update(code.id, { active: true });
  const customer = await stripe.customers.create({ name: "Padaria da Vila" });
  await stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
  const [method] = (await stripe.paymentMethods.list({ customer: customer.id })).data;
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly }],
    default_payment_method: method?.id ?? "",
    discounts: [{ promotion_code: code.id }],
    expand: ["discounts", "latest_invoice.discounts"],
  });
  const schedule = await stripe.subscriptionSchedules.create({ from_subscription: subscription.id });
  const [phase] = schedule.phases;
  const running = { start_date: phase?.start_date ?? 0, end_date: phase?.end_date ?? 0 };
  await stripe.subscriptionSchedules.update(schedule.id, {
    phases: [{ items: [{ price: monthly }], ...running }, { items: [{ price: yearly }] }],
  });
  await stripe.subscriptionSchedules.list({ customer: customer.id });
  await stripe.subscriptionSchedules.release(schedule.id);
  const invoice = subscription.latest_invoice as Stripe.Invoice;
  const note = await stripe.creditNotes.create({
    invoice: invoice.id ?? "",
    amount: 1_000,
    refund_amount: 1_000,
  });
  await stripe.creditNotes.list({ invoice: invoice.id ?? "" });
  await stripe.creditNotes.retrieve(note.id, { expand: ["invoice", "refunds.refund"] });
  const [charge] = (await stripe.charges.list({ customer: customer.id })).data;
  await stripe.refunds.create({ charge: charge?.id ?? "", amount: 500 });
  await stripe.refunds.list({ charge: charge?.id ?? "" });
};

const payByBoleto = async (stripe: Stripe, price: string) => {
  const session = await stripe.checkout.sessions.create({
    mode: "subscription",
    line_items: [{ price, quantity: 1 }],
    success_url: "http://localhost/ok",
  });
  const form = { email: "a@b.example", paymentMethod: "boleto", billingName: "Ana", taxId: "390.533.447-05" };
  const voucher = await fetch(session.url ?? "", {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams(form),
  });
  await stripe.checkout.sessions.retrieve(session.id, { expand: ["subscription.default_payment_method"] });
  await stripe.paymentIntents.list();
  await fetch(voucher.headers.get("location") ?? "", {
    method: "POST",
    body: new URLSearchParams({ action: "pay" }),
  });
  await stripe.charges.list();
};

it("every answer and every event has the shape that the SDK's types promise", async () => {
  const { stripe, faults, used } = checked;
  const hook = await stripe.webhookEndpoints.create({
    url: "http://127.0.0.1:9/none",
    enabled_events: ["invoice.paid"],
  });
  await stripe.webhookEndpoints.update(hook.id, { disabled: true });
  const { monthly, yearly, customer } = await walkThroughMoney(stripe);
  await walkThroughChanges(stripe, monthly.id, yearly.id);
  await payByBoleto(stripe, monthly.id);
  const session = await stripe.checkout.sessions.create({
    mode: "subscription",
    line_items: [{ price: monthly.id, quantity: 2 }],
    success_url: "http://localhost/ok",
    subscription_data: { trial_period_days: 14 },
  });
  expect((await submitCheckout(session.url ?? "", "5555555555554444")).status).toBe(303);
  await stripe.checkout.sessions.retrieve(session.id, {
    expand: ["line_items", "invoice.lines", "subscription.latest_invoice", "customer"],
  });
  await stripe.checkout.sessions.listLineItems(session.id);
  const portal = await stripe.billingPortal.sessions.create({
    customer,
    return_url: "http://localhost/back",
  });
  expect(await (await fetch(portal.url)).text()).toContain("Histórico de faturas");
  await stripe.billingPortal.configurations.list();
  const check = checkerFor(description);
  for await (const event of stripe.events.list({ limit: 100 }))
    faults.push(...check.event(JSON.parse(JSON.stringify(event))));
  expect([...new Set(faults)]).toEqual([]);
  expect(used.size).toBeGreaterThan(25);
});
