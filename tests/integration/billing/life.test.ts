import { describe, expect, test } from "vitest";
import { changePlan } from "@/lib/billing/commands/change-plan";
import { cancelSubscription, resumeSubscription } from "@/lib/billing/commands/end-subscription";
import { openPortal } from "@/lib/billing/commands/open-portal";
import { keepPlan } from "@/lib/billing/commands/schedule-change";
import { startCheckout } from "@/lib/billing/commands/start-checkout";
import { systemSyncTenantBilling } from "@/lib/billing/commands/sync-tenant-billing";
import { getHostedInvoiceUrl } from "@/lib/billing/queries/get-invoice";
import { getSubscription } from "@/lib/billing/queries/get-subscription";
import { listInvoices } from "@/lib/billing/queries/list-invoices";
import { previewPlanChange } from "@/lib/billing/queries/preview-plan-change";
import type { CheckoutChoice } from "@/lib/billing/schema";
import { stripe } from "@/lib/billing/stripe-client";
import { assertWritable } from "@/lib/tenants/queries/assert-writable";
import type { Received } from "../stripe-local/stand-in";
import { aTimedTenant, FAILS_LATER, press, type Timed, VISA } from "./clock-world";
import { stripeForTests } from "./stripe-world";

const world = stripeForTests();
const starter = { plan: "starter", interval: "month" } as const;
const growth = { plan: "growth", interval: "month" } as const;

async function buy(
  timed: Timed,
  choice: CheckoutChoice,
  fields: Record<string, string> = VISA,
): Promise<void> {
  const { url } = await startCheckout(timed.as("finance"), choice);
  expect((await press(url, fields)).status).toBe(303);
  await timed.settle();
}

const planOf = async (timed: Timed) => (await getSubscription(timed.as("owner"))).plan;
const lifeOf = async (timed: Timed) => (await getSubscription(timed.as("owner"))).subscription;
const invoicesOf = async (timed: Timed) => (await listInvoices(timed.as("finance"), { limit: 100 })).data;
const amounts = async (timed: Timed) => (await invoicesOf(timed)).map(({ amount }) => amount.amountMinor);

/** What is kept equals what Stripe has: nothing is left to repair. */
const expectNothingToRepair = async (timed: Timed) =>
  expect(await systemSyncTenantBilling(timed.system())).toEqual({ subscriptions: 0, invoices: 0 });

describe("B6: the life of a subscription", () => {
  test("a trial without a card gives the plan, is told before it ends, ends on the free plan, and comes once", async () => {
    const timed = await aTimedTenant(world);
    expect((await getSubscription(timed.as("owner"))).mayTry).toBe(true);
    await buy(timed, { ...growth, trial: true }, {});
    expect(await planOf(timed)).toBe("growth");
    expect(await lifeOf(timed)).toMatchObject({
      status: "trialing",
      trialEnd: new Date("2026-01-24T12:00:00Z"),
    });
    await timed.pass(12);
    const jobs = await world.jobsOf(timed.tenant.tenantId, "billing.tell_finance");
    expect(jobs).toMatchObject([{ kind: "trial" }]);
    await timed.pass(3);
    expect(await planOf(timed)).toBe("free");
    expect(await lifeOf(timed)).toBeNull();
    await expect(startCheckout(timed.as("owner"), { ...growth, trial: true })).rejects.toMatchObject({
      code: "trial_used_up",
    });
    await expectNothingToRepair(timed);
  });

  test("a trial with a card goes on by itself and is invoiced", async () => {
    const timed = await aTimedTenant(world);
    await buy(timed, { ...growth, trial: true }, VISA);
    await timed.pass(16);
    expect(await lifeOf(timed)).toMatchObject({ status: "active", trialEnd: null });
    expect(await amounts(timed)).toEqual([14_900, 0]);
    await expectNothingToRepair(timed);
  });

  test("an upgrade is at once, and costs to the centavo what was shown before", async () => {
    const timed = await aTimedTenant(world);
    await buy(timed, starter);
    await timed.pass(9);
    const preview = await previewPlanChange(timed.as("finance"), growth);
    expect(preview.effectiveAt).toBeNull();
    await changePlan(timed.as("finance"), { ...growth, prorationDate: preview.prorationDate });
    await timed.settle();
    expect(await planOf(timed)).toBe("growth");
    expect((await amounts(timed))[0]).toBe(preview.dueNow.amountMinor);
    expect(preview.dueNow.amountMinor).toBeGreaterThan(6_000);
    await expectNothingToRepair(timed);
  });

  test("an amount that was shown too long ago has to be looked at again", async () => {
    const timed = await aTimedTenant(world);
    await buy(timed, starter);
    const { prorationDate } = await previewPlanChange(timed.as("finance"), growth);
    const later = { ...timed.as("finance"), now: new Date((prorationDate + 3_600) * 1_000) };
    await expect(changePlan(later, { ...growth, prorationDate })).rejects.toMatchObject({
      code: "invalid_input",
      issues: [{ path: "prorationDate", code: "too_old" }],
    });
  });

  test("a declined upgrade changes nothing", async () => {
    const timed = await aTimedTenant(world);
    await buy(timed, starter);
    const bad = await stripe().paymentMethods.attach("pm_card_chargeCustomerFail", {
      customer: timed.customer,
    });
    const [subscription] = (await stripe().subscriptions.list({ customer: timed.customer })).data;
    await stripe().subscriptions.update(subscription?.id ?? "", { default_payment_method: bad.id });
    await expect(changePlan(timed.as("finance"), growth)).rejects.toMatchObject({ code: "payment_declined" });
    await timed.settle();
    expect(await planOf(timed)).toBe("starter");
    expect(await amounts(timed)).toEqual([4_900]);
  });

  test("a downgrade waits for the end of the paid period, can be called off, and costs nothing now", async () => {
    const timed = await aTimedTenant(world);
    await buy(timed, growth);
    await timed.pass(5);
    const preview = await previewPlanChange(timed.as("finance"), starter);
    expect(preview).toMatchObject({
      dueNow: { amountMinor: 0 },
      effectiveAt: new Date("2026-02-10T12:00:00Z"),
    });
    await changePlan(timed.as("finance"), starter);
    expect(await lifeOf(timed)).toMatchObject({ pending: { plan: "starter", interval: "month" } });
    expect(await planOf(timed)).toBe("growth");
    await keepPlan(timed.as("finance"));
    expect(await lifeOf(timed)).toMatchObject({ pending: null });
    await changePlan(timed.as("finance"), starter);
    await timed.pass(28);
    expect(await planOf(timed)).toBe("starter");
    expect(await amounts(timed)).toEqual([4_900, 14_900]);
    expect(await lifeOf(timed)).toMatchObject({ pending: null, amount: { amountMinor: 4_900 } });
    await expectNothingToRepair(timed);
  });

  test("an upgrade takes the place of a downgrade that was to come", async () => {
    const timed = await aTimedTenant(world);
    await buy(timed, growth);
    await changePlan(timed.as("finance"), starter);
    await changePlan(timed.as("finance"), { plan: "scale", interval: "month" });
    await timed.settle();
    expect(await planOf(timed)).toBe("scale");
    expect(await lifeOf(timed)).toMatchObject({ pending: null });
  });

  test("cancelled it runs to the end of the period; resumed before, it goes on; ended, the plan is free", async () => {
    const timed = await aTimedTenant(world);
    await buy(timed, starter);
    await changePlan(timed.as("finance"), growth);
    await cancelSubscription(timed.as("finance"));
    expect(await lifeOf(timed)).toMatchObject({ renewsAt: null, cancelAt: new Date("2026-02-10T12:00:00Z") });
    await resumeSubscription(timed.as("finance"));
    expect(await lifeOf(timed)).toMatchObject({ cancelAt: null });
    await changePlan(timed.as("finance"), starter);
    await cancelSubscription(timed.as("finance"));
    await timed.pass(33);
    expect(await planOf(timed)).toBe("free");
    await expectNothingToRepair(timed);
  });

  test("a coupon is off the price and shown until it ends", async () => {
    const timed = await aTimedTenant(world);
    const coupon = await stripe().coupons.create({
      percent_off: 20,
      duration: "repeating",
      duration_in_months: 2,
    });
    await stripe().promotionCodes.create({
      promotion: { type: "coupon", coupon: coupon.id },
      code: "VILA20",
    });
    const { url } = await startCheckout(timed.as("finance"), growth);
    await press(url, { action: "apply", promotionCode: "vila20" });
    expect((await press(url, VISA)).status).toBe(303);
    await timed.settle();
    expect(await lifeOf(timed)).toMatchObject({ discount: { percentOff: 20, amountOffMinor: null } });
    const [first] = await invoicesOf(timed);
    expect(first).toMatchObject({ amount: { amountMinor: 11_920 }, discount: { amountMinor: 2_980 } });
    await timed.pass(75);
    expect(await amounts(timed)).toEqual([14_900, 11_920, 11_920]);
  });
});

describe("B6: a payment fails", () => {
  test("another card, given in the portal before the renewal, pays it", async () => {
    const timed = await aTimedTenant(world);
    await buy(timed, { ...growth, trial: true }, FAILS_LATER);
    const { url } = await openPortal(timed.as("finance"));
    expect((await press(url, { action: "card", ...VISA })).status).toBe(303);
    await timed.pass(15);
    expect(await lifeOf(timed)).toMatchObject({ status: "active", pastDueSince: null });
    expect((await invoicesOf(timed))[0]).toMatchObject({ status: "paid", amount: { amountMinor: 14_900 } });
    await expectNothingToRepair(timed);
  });

  test("overdue keeps everything for 14 days, then all is read-only, and paying the invoice brings it back", async () => {
    const timed = await aTimedTenant(world);
    await buy(timed, { ...growth, trial: true }, FAILS_LATER);
    await timed.pass(15);
    expect(await lifeOf(timed)).toMatchObject({ status: "past_due" });
    expect(await planOf(timed)).toBe("growth");
    const overdue = await lifeOf(timed);
    const window = Number(overdue?.readOnlyFrom) - Number(overdue?.pastDueSince);
    expect(window).toBe(14 * 86_400_000);
    await expect(assertWritable(timed.as("owner"))).resolves.toBeUndefined();
    await timed.pass(14);
    expect(await lifeOf(timed)).toMatchObject({ status: "past_due", pastDueSince: overdue?.pastDueSince });
    await expect(assertWritable(timed.as("owner"))).rejects.toMatchObject({ code: "read_only" });
    const [open] = await invoicesOf(timed);
    expect(open).toMatchObject({ status: "open", due: { amountMinor: 14_900 } });
    expect((await press(await getHostedInvoiceUrl(timed.as("finance"), open?.id ?? ""), VISA)).status).toBe(
      303,
    );
    await timed.settle();
    expect(await lifeOf(timed)).toMatchObject({ status: "active", pastDueSince: null, readOnlyFrom: null });
    await expect(assertWritable(timed.as("owner"))).resolves.toBeUndefined();
    await expectNothingToRepair(timed);
  });

  test("after the last try the subscription ends, and the tenant goes on with the free plan", async () => {
    const timed = await aTimedTenant(world);
    await buy(timed, { ...growth, trial: true }, FAILS_LATER);
    await timed.pass(40);
    expect(await lifeOf(timed)).toBeNull();
    expect(await planOf(timed)).toBe("free");
    await expect(assertWritable(timed.as("owner"))).resolves.toBeUndefined();
    await expectNothingToRepair(timed);
  });

  test("B7: a boleto gives the plan when it is paid, not before", async () => {
    const timed = await aTimedTenant(world);
    const { url } = await startCheckout(timed.as("finance"), growth);
    const boleto = { paymentMethod: "boleto", billingName: "Ana", taxId: "39053344705" };
    const voucher = (await press(url, boleto)).headers.get("location") ?? "";
    await timed.settle();
    expect(await planOf(timed)).toBe("free");
    await press(voucher, { action: "pay" });
    await timed.settle();
    expect(await planOf(timed)).toBe("growth");
    expect((await invoicesOf(timed)).map(({ status }) => status)).toEqual(["paid"]);
  });
});

describe("money given back", () => {
  test("B6: a credit note and a refund show on the invoice, and a reconciliation finds the same", async () => {
    const timed = await aTimedTenant(world);
    await buy(timed, growth);
    const [stored] = await timed.as("owner").db.invoice.findMany({ select: { stripeInvoiceId: true } });
    const invoice = stored?.stripeInvoiceId ?? "";
    await stripe().creditNotes.create({ invoice, amount: 4_900, refund_amount: 4_900 });
    await timed.settle();
    const [shown] = await invoicesOf(timed);
    expect(shown).toMatchObject({
      status: "paid",
      credited: { amountMinor: 4_900 },
      refunded: { amountMinor: 4_900 },
    });
    await timed.as("owner").db.invoice.updateMany({ data: { creditedMinor: 0, refundedMinor: 0 } });
    await systemSyncTenantBilling(timed.system());
    expect((await invoicesOf(timed))[0]).toMatchObject({ refunded: { amountMinor: 4_900 } });
  });
});

describe("B4: webhooks in any order", () => {
  test.each([
    ["reversed", (ids: Received[]) => [...ids].reverse()],
    ["each thrice", (ids: Received[]) => ids.flatMap((id) => [id, id, id])],
    [
      "odd ones first",
      (ids: Received[]) => [...ids.filter((_, at) => at % 2), ...ids.filter((_, at) => at % 2 === 0)],
    ],
  ])("%s, months of renewals, an upgrade and a failure end as Stripe says", async (_, order) => {
    const timed = await aTimedTenant(world);
    await buy(timed, starter);
    await timed.pass(60, order);
    await changePlan(timed.as("finance"), growth);
    await timed.pass(35, order);
    const bad = await stripe().paymentMethods.attach("pm_card_chargeCustomerFail", {
      customer: timed.customer,
    });
    const [subscription] = (await stripe().subscriptions.list({ customer: timed.customer })).data;
    await stripe().subscriptions.update(subscription?.id ?? "", { default_payment_method: bad.id });
    await timed.pass(33, order);
    expect(await lifeOf(timed)).toMatchObject({ status: "past_due" });
    await expectNothingToRepair(timed);
    const kept = await invoicesOf(timed);
    const atStripe = await stripe().invoices.list({ customer: timed.customer, limit: 100 });
    expect(kept).toHaveLength(atStripe.data.length);
  });
});
