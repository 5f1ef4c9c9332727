import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { changePlan } from "@/lib/billing/commands/change-plan";
import { startCheckout } from "@/lib/billing/commands/start-checkout";
import { systemSyncTenantBilling } from "@/lib/billing/commands/sync-tenant-billing";
import { getInvoicePdf } from "@/lib/billing/queries/get-invoice-pdf";
import { getSubscription } from "@/lib/billing/queries/get-subscription";
import { listInvoices } from "@/lib/billing/queries/list-invoices";
import { stripe } from "@/lib/billing/stripe-client";
import { platformClient } from "@/lib/platform/db/clients";
import type { Fault } from "@/tools/stripe-local/wire/faults";
import { aTenant, type Neighbour } from "../../support/world";
import { submitCheckout } from "../stripe-local/stand-in";
import { askForFaults, deliver, handleAll, stripeForTests } from "./stripe-world";

// The faults of Stripe that the product survives. What holds at the end of each: our store equals Stripe's, one invoice
// row per invoice, one subscription per tenant, nothing charged twice.
const world = stripeForTests();
const growth = { plan: "growth", interval: "month" } as const;
const scale = { plan: "scale", interval: "month" } as const;

const misbehave = (...faults: Partial<Fault>[]) => askForFaults(world, ...faults);
afterEach(() => misbehave());

async function aSubscriber(): Promise<Neighbour> {
  const tenant = await aTenant("free");
  world.received.length = 0;
  const { url } = await startCheckout(tenant.as("finance"), growth);
  await submitCheckout(url, "4242 4242 4242 4242");
  await handleAll(await deliver(world));
  return tenant;
}

async function customerOf(tenant: Neighbour): Promise<string> {
  const { stripeCustomerId } = await tenant
    .as("owner")
    .db.tenant.findFirstOrThrow({ select: { stripeCustomerId: true } });
  return stripeCustomerId ?? "";
}

/** Our rows against those of Stripe, and what was paid in all, in minor units. */
async function expectEqual(tenant: Neighbour, paidMinor: number): Promise<void> {
  const customer = await customerOf(tenant);
  const { db } = tenant.as("owner");
  const theirs = (await stripe().invoices.list({ customer, limit: 100 })).data;
  const ours = await db.invoice.findMany({
    select: { stripeInvoiceId: true, status: true, amountPaidMinor: true },
    orderBy: { stripeInvoiceId: "asc" },
  });
  const told = theirs.map(({ id, status, amount_paid }) => ({
    stripeInvoiceId: id,
    status,
    amountPaidMinor: BigInt(amount_paid),
  }));
  expect(ours).toEqual(
    told.toSorted((a, b) => ((a.stripeInvoiceId ?? "") < (b.stripeInvoiceId ?? "") ? -1 : 1)),
  );
  expect(theirs.reduce((sum, { amount_paid }) => sum + amount_paid, 0)).toBe(paidMinor);
  const subscriptions = (await stripe().subscriptions.list({ customer, status: "all" })).data;
  expect(subscriptions).toHaveLength(1);
  const live = await db.subscription.findMany({ select: { stripeSubscriptionId: true, status: true } });
  expect(live).toEqual(subscriptions.map(({ id, status }) => ({ stripeSubscriptionId: id, status })));
}

describe("Stripe stumbles while somebody waits", () => {
  test.each<[string, Partial<Fault>]>([
    ["500, then success", { status: 500 }],
    ["429, then success", { status: 429 }],
    ["the connection dropped before", { status: -1 }],
    ["the connection dropped after the work was done", { status: 0 }],
    ["late", { status: 200, delayMs: 1_500 }],
    ["late, and then an error", { status: 500, delayMs: 1_500 }],
  ])("%s: a checkout is opened all the same, and only one", async (_, fault) => {
    const here = await aTenant("free");
    await misbehave({ match: "POST /v1/checkout/sessions", ...fault });
    const { url } = await startCheckout(here.as("owner"), growth);
    expect(url).toMatch(/^http/);
    const sessions = await stripe().checkout.sessions.list({ customer: await customerOf(here) });
    expect(sessions.data.map((one) => one.url)).toEqual([url]);
  });

  test("the answer to an upgrade is lost: it is asked again, and charged once", async () => {
    const here = await aSubscriber();
    await misbehave({ match: "POST /v1/subscriptions/", status: 0 });
    await changePlan(here.as("owner"), scale);
    const { data } = await stripe().invoices.list({ customer: await customerOf(here) });
    expect(data).toHaveLength(2);
    expect((await getSubscription(here.as("owner"))).plan).toBe("scale");
    await expectEqual(
      here,
      data.reduce((sum, one) => sum + one.amount_paid, 0),
    );
  });

  test("down: the way out is told, nothing has changed, and the page goes on from our store", async () => {
    const here = await aSubscriber();
    await misbehave({ status: 503, times: 1_000 });
    const ctx = here.as("finance");
    await expect(changePlan(ctx, scale)).rejects.toMatchObject({ code: "unavailable" });
    expect((await getSubscription(ctx)).plan).toBe("growth");
    const invoices = (await listInvoices(ctx, { limit: 10 })).data;
    expect(invoices).toHaveLength(1);
    await expect(getInvoicePdf(ctx, invoices[0]?.id ?? "")).rejects.toMatchObject({ code: "unavailable" });
    await misbehave();
    await expectEqual(here, 14_900);
  });
});

describe("Stripe stumbles while a webhook is handled", () => {
  let here: Neighbour;
  let ids: string[];

  beforeAll(async () => {
    here = await aTenant("free");
    world.received.length = 0;
    const { url } = await startCheckout(here.as("finance"), growth);
    await submitCheckout(url, "4242 4242 4242 4242");
    ids = await deliver(world);
  });

  const unhandled = async () =>
    await platformClient().stripeEvent.count({ where: { id: { in: ids }, handledAt: null } });

  test("the events stay stored and unhandled, for their job to try again", async () => {
    const before = await unhandled();
    await misbehave({ status: 500, times: 1_000 });
    await expect(handleAll(ids)).rejects.toThrow();
    // Those that need no look at Stripe are done; those that do are not.
    expect(await unhandled()).toBeLessThan(before);
    expect(await unhandled()).toBeGreaterThan(0);
    expect((await getSubscription(here.as("owner"))).plan).toBe("free");
  });

  test("one object that cannot be had holds up no other, and is had the next time", async () => {
    await misbehave({ match: "GET /v1/invoices", status: 500, times: 1_000 });
    await expect(handleAll(ids)).rejects.toThrow();
    expect((await getSubscription(here.as("owner"))).plan).toBe("growth");
    expect(await unhandled()).toBeGreaterThan(0);
    await misbehave();
    await handleAll(ids);
    expect(await unhandled()).toBe(0);
    await expectEqual(here, 14_900);
    expect(await systemSyncTenantBilling(here.as("owner"))).toEqual({ subscriptions: 0, invoices: 0 });
  });
});
