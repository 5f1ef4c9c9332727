import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StandIn } from "@/tools/stripe-local/server";
import { makeCatalogue, newDataDir, removeDir, sdkFor, startForTest, submitCheckout } from "./stand-in";

const dataDir = newDataDir();
let standIn: StandIn;
let stripe: Stripe;
let monthly: Stripe.Price;

beforeAll(async () => {
  standIn = await startForTest(dataDir);
  stripe = sdkFor(standIn);
  ({ monthly } = await makeCatalogue(stripe));
});

afterAll(async () => {
  await standIn.close();
  await removeDir(dataDir);
});

const aCode = async (
  coupon: Stripe.CouponCreateParams,
  code: Partial<Stripe.PromotionCodeCreateParams> = {},
) => {
  const { id } = await stripe.coupons.create(coupon);
  return await stripe.promotionCodes.create({ promotion: { type: "coupon", coupon: id }, ...code });
};

const subscribe = async (discounts: Stripe.SubscriptionCreateParams.Discount[]) => {
  const customer = await stripe.customers.create();
  const method = await stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
  return await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id }],
    default_payment_method: method.id,
    discounts,
    expand: ["latest_invoice"],
  });
};

const invoiceOf = (subscription: Stripe.Subscription) => subscription.latest_invoice as Stripe.Invoice;

describe("discounts", () => {
  it("a percentage for some months is off every invoice until it ends", async () => {
    const coupon = await stripe.coupons.create({
      percent_off: 20,
      duration: "repeating",
      duration_in_months: 3,
    });
    const subscription = await subscribe([{ coupon: coupon.id }]);
    expect(invoiceOf(subscription)).toMatchObject({
      subtotal: 14_900,
      total: 11_920,
      amount_paid: 11_920,
      total_discount_amounts: [{ amount: 2_980 }],
    });
    expect(subscription.discounts).toHaveLength(1);
  });

  it("an amount off once takes at most what there is to pay, and is over then", async () => {
    const coupon = await stripe.coupons.create({ amount_off: 20_000, currency: "brl", duration: "once" });
    const subscription = await subscribe([{ coupon: coupon.id }]);
    expect(invoiceOf(subscription)).toMatchObject({ subtotal: 14_900, total: 0, status: "paid" });
    expect((await stripe.subscriptions.retrieve(subscription.id)).discounts).toEqual([]);
  });

  it("a code for first purchases is refused to who has paid before; one for one use is used up", async () => {
    const first = await aCode({ percent_off: 10 }, { restrictions: { first_time_transaction: true } });
    const { customer } = await subscribe([]);
    const again = stripe.subscriptions.create({
      customer: String(customer),
      items: [{ price: monthly.id }],
      discounts: [{ promotion_code: first.id }],
    });
    await expect(again).rejects.toMatchObject({ code: "promotion_code_customer_not_first_time" });
    const single = await aCode({ percent_off: 10 }, { max_redemptions: 1 });
    await subscribe([{ promotion_code: single.id }]);
    await expect(subscribe([{ promotion_code: single.id }])).rejects.toMatchObject({
      code: "promotion_code_invalid",
    });
  });

  it("an upgrade is previewed and charged with the discount", async () => {
    const coupon = await stripe.coupons.create({ percent_off: 50, duration: "forever" });
    const subscription = await subscribe([{ coupon: coupon.id }]);
    const dear = await stripe.prices.create({
      product: String(monthly.product),
      currency: "brl",
      unit_amount: 39_900,
      recurring: { interval: "month" },
    });
    const proration_date = Math.floor(Date.now() / 1000);
    const items = [{ id: subscription.items.data[0]?.id ?? "", price: dear.id }];
    const details = { items, proration_behavior: "always_invoice" as const, proration_date };
    const preview = await stripe.invoices.createPreview({
      subscription: subscription.id,
      subscription_details: details,
    });
    const changed = await stripe.subscriptions.update(subscription.id, {
      ...details,
      expand: ["latest_invoice"],
    });
    expect(invoiceOf(changed).total).toBe(preview.total);
    expect(Math.abs(preview.total - 12_500)).toBeLessThan(5);
  });
});

describe("a code on the checkout page", () => {
  const open = () =>
    stripe.checkout.sessions.create({
      mode: "subscription",
      line_items: [{ price: monthly.id, quantity: 1 }],
      success_url: "http://localhost/ok",
      allow_promotion_codes: true,
    });
  const press = async (url: string, fields: Record<string, string>) => {
    const answer = await fetch(url, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams(fields),
    });
    return { status: answer.status, text: await answer.text() };
  };

  it("is taken in any case, shown with what it takes off, and paid with", async () => {
    await aCode({ percent_off: 20, duration: "once" }, { code: "VILA20" });
    const session = await open();
    const url = session.url ?? "";
    const wrong = await press(url, { action: "apply", promotionCode: "nada" });
    expect(wrong).toMatchObject({ status: 402, text: expect.stringContaining("Este código não vale.") });
    const right = await press(url, { action: "apply", promotionCode: " vila20 " });
    expect(right.text).toContain("R$&nbsp;119,20".replace("&nbsp;", "\u00a0"));
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      amount_subtotal: 14_900,
      amount_total: 11_920,
      total_details: { amount_discount: 2_980 },
    });
    expect((await submitCheckout(url, "4242424242424242")).status).toBe(303);
    const paid = await stripe.checkout.sessions.retrieve(session.id, { expand: ["invoice"] });
    expect(paid.invoice).toMatchObject({ amount_paid: 11_920, status: "paid" });
  });
});
