import { expect, test } from "vitest";
import { WEBHOOK_PATH } from "@/lib/billing/commands/register-webhook";
import { systemSyncCatalogue } from "@/lib/billing/commands/sync-catalogue";
import { NEEDED_EVENTS } from "@/lib/billing/event-rules";
import { systemCheckStripe } from "@/lib/billing/queries/check-stripe";
import { lookupKeyOf } from "@/lib/billing/rules";
import { stripe } from "@/lib/billing/stripe-client";
import { publicUrl } from "@/lib/platform/env";
import { stripeForTests } from "./stripe-world";

// What `aldeia doctor` says of Stripe. In the order of going live: each finding is put right before the next.
stripeForTests();
const finding = async (part: string) => (await systemCheckStripe()).find((one) => one.part === part);

test("a price of another amount is missing from the catalogue, and back after the next start", async () => {
  const key = lookupKeyOf("growth", "BRL", "month");
  const [right] = (await stripe().prices.list({ lookup_keys: [key] })).data;
  if (!right) throw new Error("no price");
  const product = String(right.product);
  await stripe().prices.create({
    product,
    currency: "brl",
    unit_amount: 1,
    recurring: { interval: "month" },
    lookup_key: key,
    transfer_lookup_key: true,
  });
  expect(await finding("stripe catalogue")).toMatchObject({
    ok: false,
    detail: expect.stringContaining(key),
  });
  await systemSyncCatalogue();
  expect(await finding("stripe catalogue")).toMatchObject({ ok: true });
});

test("an endpoint is missed, then the events it is not sent, until it is right", async () => {
  expect(await finding("stripe webhook")).toMatchObject({ ok: false });
  const url = `${publicUrl()}${WEBHOOK_PATH}`;
  const { id } = await stripe().webhookEndpoints.create({ url, enabled_events: ["invoice.paid"] });
  expect((await finding("stripe webhook"))?.detail).toContain("customer.subscription.updated");
  await stripe().webhookEndpoints.update(id, { enabled_events: [...NEEDED_EVENTS] });
  expect(await finding("stripe webhook")).toEqual({ part: "stripe webhook", ok: true, detail: url });
});

test("without the secret every webhook is refused, and the doctor says so", async () => {
  const secret = process.env.STRIPE_WEBHOOK_SECRET;
  process.env.STRIPE_WEBHOOK_SECRET = "";
  expect((await finding("stripe webhook"))?.detail).toContain("STRIPE_WEBHOOK_SECRET");
  process.env.STRIPE_WEBHOOK_SECRET = secret;
});
