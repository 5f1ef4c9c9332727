import { appendFileSync, readdirSync } from "node:fs";
import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StandIn } from "@/tools/stripe-local/server";
import { makeCatalogue, newDataDir, removeDir, sdkFor, startForTest } from "./stand-in";

const dataDir = newDataDir();
let standIn: StandIn;
let stripe: Stripe;

beforeAll(async () => {
  standIn = await startForTest(dataDir);
  stripe = sdkFor(standIn);
});

afterAll(async () => {
  await standIn.close();
  await removeDir(dataDir);
});

describe("wire format", () => {
  it("B1: prices are found by lookup key, and a key moves only when asked", async () => {
    const { monthly, product } = await makeCatalogue(stripe);
    const found = await stripe.prices.list({
      lookup_keys: ["growth_brl_month", "unknown"],
      expand: ["data.product"],
    });
    expect(found.data.map((price) => price.id)).toEqual([monthly.id]);
    expect(found.data[0]?.product).toMatchObject({ id: product.id, name: "Aldeia Growth" });
    const again = {
      product: product.id,
      currency: "brl",
      unit_amount: 15_900,
      recurring: { interval: "month" as const },
      lookup_key: "growth_brl_month",
    };
    await expect(stripe.prices.create(again)).rejects.toMatchObject({ code: "resource_already_exists" });
    const moved = await stripe.prices.create({ ...again, transfer_lookup_key: true });
    expect(
      (await stripe.prices.list({ lookup_keys: ["growth_brl_month"] })).data.map((price) => price.id),
    ).toEqual([moved.id]);
    expect(String(moved.unit_amount_decimal)).toBe("15900");
  });

  it("refuses an unknown parameter, a missing one, a wrong type and an unknown object with Stripe's codes", async () => {
    await expect(stripe.customers.create({ nome: "x" } as object)).rejects.toMatchObject({
      statusCode: 400,
      code: "parameter_unknown",
      message: "Received unknown parameter: nome",
    });
    await expect(stripe.products.create({} as Stripe.ProductCreateParams)).rejects.toMatchObject({
      code: "parameter_missing",
      param: "name",
    });
    await expect(stripe.customers.list({ limit: "many" as unknown as number })).rejects.toMatchObject({
      code: "parameter_invalid_integer",
    });
    await expect(stripe.customers.retrieve("cus_none")).rejects.toMatchObject({
      statusCode: 404,
      code: "resource_missing",
      requestId: expect.stringMatching(/^req_/),
    });
    await expect(stripe.customers.list({ limit: 500 })).rejects.toMatchObject({ param: "limit" });
  });

  it("the same idempotency key gives the same answer, with other parameters an error", async () => {
    const options = { idempotencyKey: "tenant-1-customer" };
    const first = await stripe.customers.create({ email: "a@aurora.example" }, options);
    const again = await stripe.customers.create({ email: "a@aurora.example" }, options);
    expect(again.id).toBe(first.id);
    expect(again.lastResponse.headers["idempotent-replayed"]).toBe("true");
    await expect(stripe.customers.create({ email: "b@aurora.example" }, options)).rejects.toMatchObject({
      type: "StripeIdempotencyError",
    });
  });

  it("lists go in pages, newest first, forwards and backwards", async () => {
    const lists = sdkFor(standIn, "sk_test_lists");
    const made: string[] = [];
    for (let count = 0; count < 7; count += 1)
      made.unshift((await lists.customers.create({ email: `${count}@x.example` })).id);
    const first = await lists.customers.list({ limit: 3 });
    expect(first).toMatchObject({ has_more: true, url: "/v1/customers" });
    expect(first.data.map((one) => one.id)).toEqual(made.slice(0, 3));
    const back = await lists.customers.list({ limit: 3, ending_before: made[4] ?? "" });
    expect(back.data.map((one) => one.id)).toEqual(made.slice(1, 4));
    const all: string[] = [];
    for await (const one of lists.customers.list({ limit: 2 })) all.push(one.id);
    expect(all).toEqual(made);
  });

  it("each key is an account of its own, and other keys are refused", async () => {
    const customer = await stripe.customers.create({ name: "Só da Aurora" });
    await expect(sdkFor(standIn, "sk_test_brisa").customers.retrieve(customer.id)).rejects.toMatchObject({
      code: "resource_missing",
    });
    await expect(sdkFor(standIn, "sk_live_x").customers.list()).rejects.toMatchObject({ statusCode: 401 });
  });

  it("a restart keeps everything, even after a torn last line", async () => {
    const folder = newDataDir();
    const before = await startForTest(folder);
    const customer = await sdkFor(before).customers.create({ name: "Fica", metadata: { tenant: "t1" } });
    await before.close();
    appendFileSync(`${folder}/${readdirSync(folder)[0]}`, '[["customers","cus_torn",{"id"');
    const after = await startForTest(folder);
    const customers = await sdkFor(after).customers.list();
    expect(customers.data).toMatchObject([{ id: customer.id, name: "Fica", metadata: { tenant: "t1" } }]);
    await after.close();
    await removeDir(folder);
  });

  it("makes a customer with a test card in one request, or none when the card cannot be saved", async () => {
    const card = (token: string) => ({
      payment_method: token,
      invoice_settings: { default_payment_method: token },
    });
    const customer = await stripe.customers.create(card("pm_card_visa"));
    const method = String(customer.invoice_settings.default_payment_method);
    expect((await stripe.paymentMethods.retrieve(method)).customer).toBe(customer.id);
    const before = (await stripe.customers.list({ limit: 100 })).data.length;
    await expect(stripe.customers.create(card("pm_card_chargeDeclined"))).rejects.toMatchObject({
      code: "card_declined",
    });
    expect((await stripe.customers.list({ limit: 100 })).data).toHaveLength(before);
  });

  it("X31: a link to an invoice dies, and a fresh one is handed out", async () => {
    const folder = newDataDir();
    let secondsLater = 0;
    const now = (): number => Math.floor(Date.now() / 1000) + secondsLater;
    const short = await startForTest(folder, { STRIPE_LOCAL_LINK_SECONDS: "60" }, { now });
    const sdk = sdkFor(short);
    const { monthly } = await makeCatalogue(sdk);
    const customer = await sdk.customers.create();
    const method = await sdk.paymentMethods.attach("pm_card_visa", { customer: customer.id });
    await sdk.customers.update(customer.id, { invoice_settings: { default_payment_method: method.id } });
    const subscription = await sdk.subscriptions.create({
      customer: customer.id,
      items: [{ price: monthly.id }],
    });
    const invoice = await sdk.invoices.retrieve(String(subscription.latest_invoice));
    expect((await fetch(invoice.invoice_pdf ?? "")).status).toBe(200);
    secondsLater = 61;
    expect((await fetch(invoice.invoice_pdf ?? "")).status).toBe(410);
    const fresh = await sdk.invoices.retrieve(invoice.id);
    expect((await fetch(fresh.invoice_pdf ?? "")).status).toBe(200);
    expect((await fetch((fresh.invoice_pdf ?? "").replace(/s=.*/, "s=1-x"))).status).toBe(404);
    await short.close();
    await removeDir(folder);
  });
});
