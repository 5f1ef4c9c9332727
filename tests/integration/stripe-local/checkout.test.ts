import type Stripe from "stripe";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StandIn } from "@/tools/stripe-local/server";
import {
  makeCatalogue,
  newDataDir,
  removeDir,
  sdkFor,
  startEndpoint,
  startForTest,
  submitCheckout,
  until,
} from "./stand-in";

const dataDir = newDataDir();
let standIn: StandIn;
let stripe: Stripe;
let catalogue: Awaited<ReturnType<typeof makeCatalogue>>;

const newSession = (fields: Partial<Stripe.Checkout.SessionCreateParams> = {}) =>
  stripe.checkout.sessions.create({
    mode: "subscription",
    line_items: [{ price: catalogue.monthly.id, quantity: 1 }],
    success_url: "http://localhost:3000/ok?session={CHECKOUT_SESSION_ID}",
    cancel_url: "http://localhost:3000/back",
    ...fields,
  });

beforeAll(async () => {
  standIn = await startForTest(dataDir);
  stripe = sdkFor(standIn);
  catalogue = await makeCatalogue(stripe);
});

afterAll(async () => {
  await standIn.close();
  await removeDir(dataDir);
});

describe("hosted checkout", () => {
  it("X31: a paid checkout makes an active subscription and a paid invoice with a page and a PDF", async () => {
    const customer = await stripe.customers.create({
      name: "Aurora Ltda.",
      email: "fin@aurora.example",
      preferred_locales: ["pt-BR"],
    });
    const session = await newSession({
      customer: customer.id,
      client_reference_id: "tenant-1",
      subscription_data: { metadata: { tenant: "t1" } },
    });
    const form = await (await fetch(session.url ?? "")).text();
    expect(form).toContain("Aldeia Growth");
    expect(form).toContain("Modo de teste");
    const answer = await submitCheckout(session.url ?? "", "4242 4242 4242 4242");
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`http://localhost:3000/ok?session=${session.id}`);

    const done = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ["subscription", "invoice", "line_items"],
    });
    expect(done).toMatchObject({
      status: "complete",
      payment_status: "paid",
      client_reference_id: "tenant-1",
      customer: customer.id,
    });
    const subscription = done.subscription as Stripe.Subscription;
    expect(subscription).toMatchObject({ status: "active", metadata: { tenant: "t1" } });
    const invoice = done.invoice as Stripe.Invoice;
    expect(invoice).toMatchObject({
      status: "paid",
      amount_paid: 14_900,
      amount_remaining: 0,
      currency: "brl",
      billing_reason: "subscription_create",
    });
    expect(invoice.lines.data[0]?.description).toBe("1 × Aldeia Growth (at R$ 149.00 / month)");
    expect(invoice.parent?.subscription_details?.metadata).toEqual({ tenant: "t1" });

    const page = await (await fetch(invoice.hosted_invoice_url ?? "")).text();
    expect(page).toContain(`Fatura ${invoice.number}`);
    const pdf = await fetch(invoice.invoice_pdf ?? "");
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await pdf.arrayBuffer())), {
      mergePages: true,
    });
    expect(text).toContain("Fatura");
    expect(text).toContain(invoice.number ?? "none");
    expect(text).toContain("R$ 149,00");
    expect(text).toContain("Aurora Ltda.");
    expect(text).toContain("Paga");
  });

  it("a declined card keeps the form and its text, and nothing is bought", async () => {
    const session = await newSession();
    const answer = await submitCheckout(session.url ?? "", "4000000000000002");
    expect(answer.status).toBe(402);
    const form = await answer.text();
    expect(form).toContain('role="alert"');
    expect(form).toContain("Seu cartão foi recusado");
    expect(form).toContain('value="Ana Souza"');
    expect(await (await submitCheckout(session.url ?? "", "4000 0000 0000 9995")).text()).toContain(
      "saldo suficiente",
    );
    expect(await (await submitCheckout(session.url ?? "", "4242424242424241")).text()).toContain(
      "número do cartão está incorreto",
    );
    expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe("open");
    const failed = await stripe.events.list({ type: "charge.failed" });
    expect(failed.data).toHaveLength(2);
    expect((await submitCheckout(session.url ?? "", "4242424242424242")).status).toBe(303);
  });

  it("speaks the language of the session and refuses a second payment", async () => {
    const session = await newSession({ locale: "en" });
    expect(await (await fetch(session.url ?? "")).text()).toContain("Card number");
    expect((await submitCheckout(session.url ?? "", "4242424242424242")).status).toBe(303);
    const again = await submitCheckout(session.url ?? "", "4242424242424242");
    expect(await again.text()).toContain("already complete");
  });

  it("X33: the redirect waits for the webhook of the completed session, and every delivery verifies", async () => {
    const endpoint = await startEndpoint();
    const hook = await stripe.webhookEndpoints.create({ url: endpoint.url, enabled_events: ["*"] });
    const session = await newSession();
    await submitCheckout(session.url ?? "", "4242424242424242");
    const events = endpoint.received.map((one) =>
      stripe.webhooks.constructEvent(one.body, one.signature, hook.secret ?? ""),
    );
    expect(events.map((event) => event.type)).toEqual([
      "charge.succeeded",
      "payment_method.attached",
      "customer.created",
      "invoice.created",
      "customer.subscription.created",
      "invoice.finalized",
      "invoice.updated",
      "customer.subscription.updated",
      "invoice.paid",
      "invoice.payment_succeeded",
      "payment_intent.created",
      "payment_intent.succeeded",
      "invoice_payment.paid",
      "checkout.session.completed",
    ]);
    expect(events[4]?.data.object).toMatchObject({ status: "incomplete" });
    expect(() =>
      stripe.webhooks.constructEvent(
        `${endpoint.received[0]?.body} `,
        endpoint.received[0]?.signature ?? "",
        hook.secret ?? "",
      ),
    ).toThrow();
    await stripe.webhookEndpoints.del(hook.id);
    await endpoint.close();
  });

  it("X33: an endpoint that fails gets the same event again, signed anew", async () => {
    const endpoint = await startEndpoint((count) => (count < 3 ? 500 : 200));
    const hook = await stripe.webhookEndpoints.create({
      url: endpoint.url,
      enabled_events: ["customer.created"],
    });
    await stripe.customers.create({ email: "retry@aurora.example" });
    await until(() => endpoint.received.length === 3);
    const ids = endpoint.received.map(
      (one) => stripe.webhooks.constructEvent(one.body, one.signature, hook.secret ?? "").id,
    );
    expect(new Set(ids).size).toBe(1);
    expect(new Set(endpoint.received.map((one) => one.signature)).size).toBeGreaterThan(1);
    await until(async () => (await stripe.events.retrieve(ids[0] ?? "")).pending_webhooks === 0);
    await stripe.webhookEndpoints.del(hook.id);
    await endpoint.close();
  });
});
