import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import { receiveStripeEvent } from "@/lib/billing/commands/receive-stripe-event";
import { startCheckout } from "@/lib/billing/commands/start-checkout";
import { systemStoreInvoicePdf } from "@/lib/billing/commands/store-invoice-pdf";
import { systemSyncTenantBilling } from "@/lib/billing/commands/sync-tenant-billing";
import { getHostedInvoiceUrl } from "@/lib/billing/queries/get-invoice";
import { getInvoicePdf } from "@/lib/billing/queries/get-invoice-pdf";
import { getSubscription } from "@/lib/billing/queries/get-subscription";
import { listInvoices } from "@/lib/billing/queries/list-invoices";
import { stripe } from "@/lib/billing/stripe-client";
import { platformClient } from "@/lib/platform/db/clients";
import { newId } from "@/lib/shared/ids";
import { asOwner } from "../../support/as-owner";
import { aTenant, type Neighbour } from "../../support/world";
import { submitCheckout, until } from "../stripe-local/stand-in";
import { deliver, deliverOneByOne, handleAll, stripeForTests } from "./stripe-world";

const world = stripeForTests();
const growth = { plan: "growth", interval: "month" } as const;

async function buy(tenant: Neighbour): Promise<void> {
  world.received.length = 0;
  const { url } = await startCheckout(tenant.as("finance"), growth);
  expect((await submitCheckout(url, "4242 4242 4242 4242")).status).toBeLessThan(400);
}

const invoicesOf = async (tenant: Neighbour) =>
  (await listInvoices(tenant.as("finance"), { limit: 50 })).data;
const planOf = async (tenant: Neighbour) => (await getSubscription(tenant.as("owner"))).plan;

describe("from the checkout to the invoice", () => {
  test("B3, B4: nothing changes before the webhook; then the plan is active and one paid invoice is shown", async () => {
    const here = await aTenant("free");
    await buy(here);
    expect(await planOf(here)).toBe("free");
    expect(await invoicesOf(here)).toEqual([]);
    await handleAll(await deliver(world));
    expect(await getSubscription(here.as("finance"))).toMatchObject({
      plan: "growth",
      subscription: { status: "active", interval: "month", amount: { amountMinor: 14_900, currency: "BRL" } },
    });
    const invoices = await invoicesOf(here);
    expect(invoices).toHaveLength(1);
    expect(invoices[0]).toMatchObject({
      plan: "Growth",
      status: "paid",
      amount: { amountMinor: 14_900, currency: "BRL" },
    });
    expect(invoices[0]?.issuedAt).toBeInstanceOf(Date);
  });

  test("B4: webhooks in reverse, each thrice and handled again, end the same", async () => {
    const here = await aTenant("free");
    await buy(here);
    const ids = await deliverOneByOne(world, (all) => [...all].reverse().flatMap((one) => [one, one, one]));
    await platformClient().stripeEvent.updateMany({ where: { id: { in: ids } }, data: { handledAt: null } });
    await Promise.all([1, 2, 3].map(() => handleAll(ids)));
    expect(await invoicesOf(here)).toHaveLength(1);
    expect(await planOf(here)).toBe("growth");
    const [events] = await asOwner<{ stored: number }>(
      process.env.DATABASE_URL ?? "",
      "SELECT count(*)::int AS stored FROM stripe_events WHERE id = ANY($1)",
      [ids],
    );
    expect(events?.stored).toBe(new Set(ids).size);
  });

  test("B4: a webhook that never came is made up for by the reconciliation, which then finds nothing more", async () => {
    const here = await aTenant("free");
    await buy(here);
    expect(await systemSyncTenantBilling(here.as("owner"))).toEqual({ subscriptions: 1, invoices: 1 });
    expect(await planOf(here)).toBe("growth");
    expect(await systemSyncTenantBilling(here.as("owner"))).toEqual({ subscriptions: 0, invoices: 0 });
  });

  test("a wrong signature, a changed body and no signature are refused and store nothing", async () => {
    const here = await aTenant("free");
    await buy(here);
    await until(() => world.received.length > 0);
    const [first] = world.received;
    if (!first) throw new Error("the stand-in sent nothing");
    const changed = first.body.replace(/"id": ?"evt_/, '"id":"evt_x');
    expect(await receiveStripeEvent(changed, first.signature)).toBe("bad_signature");
    expect(await receiveStripeEvent(first.body, "t=1,v1=00")).toBe("bad_signature");
    expect(await receiveStripeEvent(first.body, "")).toBe("bad_signature");
    expect(await receiveStripeEvent(first.body, first.signature)).toBe("stored");
    expect(await receiveStripeEvent(first.body, first.signature)).toBe("known");
  });

  test("B4: one job waits for all events of a customer; one that was killed between storing and queueing, or failed, comes anew", async () => {
    const here = await aTenant("free");
    await buy(here);
    await deliver(world);
    const { stripeCustomerId } = await here.as("owner").db.tenant.findFirstOrThrow({
      select: { stripeCustomerId: true },
    });
    const inQueue = (sql: string) =>
      asOwner<{ id: string; runAt: Date; attempts: number }>(process.env.DATABASE_URL ?? "", sql, [
        `platform:stripe:${stripeCustomerId}`,
      ]);
    const waiting = () =>
      inQueue(`SELECT id, run_at AS "runAt", attempts FROM graphile_worker.jobs WHERE key = $1`);
    const again = async () => {
      for (const { body, signature } of world.received) await receiveStripeEvent(body, signature);
    };
    const [only, ...others] = await waiting();
    expect(others).toEqual([]);
    await again();
    expect(await waiting()).toEqual([only]);

    await inQueue(
      "SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs WHERE key = $1))",
    );
    await again();
    expect(await waiting()).toHaveLength(1);

    await inQueue(
      `UPDATE graphile_worker._private_jobs SET attempts = 9, run_at = now() + interval '1 day' WHERE key = $1 RETURNING id`,
    );
    await again();
    const [anew] = await waiting();
    expect(anew?.attempts).toBe(0);
    expect(Number(anew?.runAt)).toBeLessThan(Date.now() + 60_000);
  });

  test("X36: two tabs asking for the same plan get the same checkout, another plan closes the first", async () => {
    const here = await aTenant("free");
    const ctx = here.as("owner");
    const [one, two] = await Promise.all([startCheckout(ctx, growth), startCheckout(ctx, growth)]);
    expect(two.url).toBe(one.url);
    const other = await startCheckout(ctx, { plan: "scale", interval: "year" });
    expect(other.url).not.toBe(one.url);
    const { stripeCustomerId } = await ctx.db.tenant.findFirstOrThrow({ select: { stripeCustomerId: true } });
    const open = await stripe().checkout.sessions.list({ customer: stripeCustomerId ?? "", status: "open" });
    expect(open.data.map((session) => session.url)).toEqual([other.url]);
  });

  test("X36: who has a subscription is not sold a second one", async () => {
    const here = await aTenant("free");
    await buy(here);
    await handleAll(await deliver(world));
    await expect(startCheckout(here.as("owner"), growth)).rejects.toMatchObject({
      code: "already_subscribed",
    });
  });
});

describe("an invoice's page and PDF", () => {
  test("B3: the PDF tells plan, amount and number, from Stripe and from the stored copy", async () => {
    const here = await aTenant("free");
    await buy(here);
    await handleAll(await deliver(world));
    const [invoice] = await invoicesOf(here);
    if (!invoice) throw new Error("no invoice");
    const ctx = here.as("finance");
    const fresh = await getInvoicePdf(ctx, invoice.id);
    await systemStoreInvoicePdf(ctx, { invoiceId: invoice.id });
    const row = await ctx.db.invoice.findFirstOrThrow({ select: { pdfFileId: true } });
    expect(row.pdfFileId).not.toBeNull();
    const kept = await getInvoicePdf(ctx, invoice.id);
    for (const { bytes } of [fresh, kept]) {
      const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
      expect(text).toContain("Aldeia Growth");
      expect(text).toContain("149,00");
      expect(text).toContain(invoice.number);
    }
    const page = await fetch(await getHostedInvoiceUrl(ctx, invoice.id));
    expect(page.status).toBe(200);
  });

  test("T3: another tenant's invoice and one that does not exist are not found alike", async () => {
    const [here, there] = [await aTenant("free"), await aTenant("free")];
    await buy(here);
    await handleAll(await deliver(world));
    const [invoice] = await invoicesOf(here);
    for (const id of [invoice?.id ?? "", newId(), "x"]) {
      await expect(getInvoicePdf(there.as("finance"), id)).rejects.toMatchObject({ code: "not_found" });
      await expect(getHostedInvoiceUrl(there.as("finance"), id)).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await invoicesOf(there)).toEqual([]);
  });

  test("B7: marketer and agent see and buy nothing", async () => {
    const here = await aTenant("free");
    for (const role of ["marketer", "agent"] as const) {
      const ctx = here.as(role);
      for (const attempt of [
        listInvoices(ctx, { limit: 1 }),
        getSubscription(ctx),
        startCheckout(ctx, growth),
        getInvoicePdf(ctx, newId()),
      ])
        await expect(attempt).rejects.toMatchObject({ code: "not_allowed" });
    }
  });
});
