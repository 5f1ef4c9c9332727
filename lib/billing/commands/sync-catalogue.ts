import "server-only";
import type Stripe from "stripe";
import {
  CATALOGUE,
  CURRENCIES,
  INTERVALS,
  PAID_PLANS,
  type PaidPlan,
  planPrice,
} from "@/lib/plans/catalogue";
import { lookupKeyOf, productIdOf } from "../rules";
import { isMissing, stripe } from "../stripe-client";

type Wanted = { lookupKey: string; amountMinor: number; currency: string; interval: "month" | "year" };
/** A price to be made, and the one whose lookup key it takes over. */
type Missing = Wanted & { replaces: string };

/** Makes Stripe's products and prices equal to the catalogue (B1). Does nothing where they are; old prices stay for those who pay them. */
export async function systemSyncCatalogue(): Promise<void> {
  for (const plan of PAID_PLANS) {
    await ensureProduct(plan);
    await ensurePrices(plan);
  }
}

/** The id of the price of a plan; makes the catalogue's objects when Stripe does not have them yet. */
export async function systemFindPrice(plan: PaidPlan, currency: string, interval: string): Promise<string> {
  const lookupKey = lookupKeyOf(plan, currency, interval);
  const find = async () =>
    (await stripe().prices.list({ lookup_keys: [lookupKey], active: true })).data[0]?.id;
  const known = await find();
  if (known) return known;
  await systemSyncCatalogue();
  const made = await find();
  if (!made) throw new Error(`Stripe has no price ${lookupKey}`);
  return made;
}

async function ensureProduct(plan: PaidPlan): Promise<void> {
  const id = productIdOf(plan);
  const name = `Aldeia ${CATALOGUE[plan].name}`;
  try {
    const product = await stripe().products.retrieve(id);
    if (product.name !== name) await stripe().products.update(id, { name });
  } catch (error) {
    if (!isMissing(error)) throw error;
    await stripe().products.create({ id, name }, { idempotencyKey: `product:${id}` });
  }
}

/** The lookup keys of the catalogue that Stripe does not have, or at another amount. */
export async function systemMissingPrices(): Promise<string[]> {
  const missing = await Promise.all(PAID_PLANS.map(missingPrices));
  return missing.flat().map(({ lookupKey }) => lookupKey);
}

async function ensurePrices(plan: PaidPlan): Promise<void> {
  for (const one of await missingPrices(plan)) await makePrice(plan, one);
}

async function missingPrices(plan: PaidPlan): Promise<Missing[]> {
  const wanted = wantedPrices(plan);
  const known = await stripe().prices.list({
    lookup_keys: wanted.map((one) => one.lookupKey),
    active: true,
    limit: 100,
  });
  const byKey = new Map(known.data.map((price) => [price.lookup_key, price]));
  return wanted
    .filter((one) => !isRight(byKey.get(one.lookupKey), one))
    .map((one) => ({ ...one, replaces: byKey.get(one.lookupKey)?.id ?? "nothing" }));
}

function wantedPrices(plan: PaidPlan): Wanted[] {
  return CURRENCIES.flatMap((currency) =>
    INTERVALS.flatMap((interval) => {
      const price = planPrice(plan, currency, interval);
      return price ? [{ ...price, interval, lookupKey: lookupKeyOf(plan, currency, interval) }] : [];
    }),
  );
}

function isRight(price: Stripe.Price | undefined, wanted: Wanted): boolean {
  return price?.unit_amount === wanted.amountMinor && price.currency === wanted.currency.toLowerCase();
}

async function makePrice(
  plan: PaidPlan,
  { lookupKey, amountMinor, currency, interval, replaces }: Missing,
): Promise<void> {
  await stripe().prices.create(
    {
      product: productIdOf(plan),
      currency: currency.toLowerCase(),
      unit_amount: amountMinor,
      recurring: { interval },
      lookup_key: lookupKey,
      transfer_lookup_key: true,
    },
    { idempotencyKey: `price:${lookupKey}:${amountMinor}:${replaces}` },
  );
}
