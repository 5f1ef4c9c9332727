import type Stripe from "stripe";
import { type Account, type Ctx, change, find, newest, put } from "../store/account";
import { emit } from "../store/events";
import type { Price } from "../store/wire-types";
import { invalid } from "../wire/errors";
import { newId } from "../wire/ids";
import { inRange, pageOf } from "../wire/lists";
import { idIn, mergeMetadata, operation } from "../wire/operation";
import { createProduct } from "./products";

type Recurring = NonNullable<Stripe.PriceCreateParams["recurring"]>;

const recurringOf = (given: Recurring): NonNullable<Price["recurring"]> => ({
  interval: given.interval,
  interval_count: given.interval_count ?? 1,
  meter: given.meter ?? null,
  trial_period_days: given.trial_period_days ?? null,
  usage_type: given.usage_type ?? "licensed",
});

const build = (params: Stripe.PriceCreateParams, product: string, now: number): Price => {
  const decimal = params.unit_amount_decimal === undefined ? undefined : String(params.unit_amount_decimal);
  return {
    id: newId("price"),
    object: "price",
    active: params.active ?? true,
    billing_scheme: params.billing_scheme ?? "per_unit",
    created: now,
    currency: params.currency.toLowerCase(),
    custom_unit_amount: null,
    livemode: false,
    lookup_key: params.lookup_key ?? null,
    metadata: mergeMetadata({}, params.metadata),
    nickname: params.nickname ?? null,
    product,
    recurring: params.recurring ? recurringOf(params.recurring) : null,
    tax_behavior: params.tax_behavior ?? "unspecified",
    tiers_mode: null,
    transform_quantity: null,
    type: params.recurring ? "recurring" : "one_time",
    unit_amount: params.unit_amount ?? wholeAmount(decimal),
    unit_amount_decimal: decimal ?? String(params.unit_amount ?? 0),
  };
};

const wholeAmount = (decimal: string | undefined): number | null =>
  decimal !== undefined && Number.isInteger(Number(decimal)) ? Number(decimal) : null;

/** A lookup key belongs to one price: a second owner is refused unless it asks for the transfer. */
const claimLookupKey = (
  account: Account,
  key: string | undefined,
  transfer: boolean | undefined,
  own?: string,
): void => {
  if (!key) return;
  const holder = [...account.tables.prices.values()].find(
    (price) => price.lookup_key === key && price.id !== own,
  );
  if (!holder) return;
  if (!transfer)
    throw invalid(
      `A price (\`${holder.id}\`) already uses that lookup key. Pass \`transfer_lookup_key: true\` to transfer it.`,
      "resource_already_exists",
      "lookup_key",
    );
  change(account, "prices", holder.id, { lookup_key: null });
};

const productFor = (ctx: Ctx, params: Stripe.PriceCreateParams): string => {
  if (params.product) return find(ctx.account, "products", params.product, "product").id;
  if (!params.product_data) throw invalid("Missing required param: product.", "parameter_missing", "product");
  return createProduct(ctx, params.product_data).id;
};

export const createPrice = (ctx: Ctx, params: Stripe.PriceCreateParams): Price => {
  if (params.unit_amount === undefined && params.unit_amount_decimal === undefined)
    throw invalid(
      "You must specify either `unit_amount` or `unit_amount_decimal`.",
      "parameter_missing",
      "unit_amount",
    );
  if ((params.unit_amount ?? 0) < 0)
    throw invalid(
      "This value must be greater than or equal to 0.",
      "parameter_invalid_integer",
      "unit_amount",
    );
  if (!/^[a-z]{3}$/i.test(params.currency))
    throw invalid(`Invalid currency: ${params.currency}.`, undefined, "currency");
  claimLookupKey(ctx.account, params.lookup_key, params.transfer_lookup_key);
  const price = put(ctx.account, "prices", build(params, productFor(ctx, params), ctx.now));
  emit(ctx, "price.created", price);
  return price;
};

export const priceOperations = [
  operation<Stripe.PriceCreateParams>("POST /v1/prices", (call) => createPrice(call, call.params)),
  operation("GET /v1/prices/{id}", (call) => find(call.account, "prices", idIn(call))),
  operation<Stripe.PriceUpdateParams>("POST /v1/prices/{id}", (call) => {
    const { account, now, params } = call;
    const old = find(account, "prices", idIn(call));
    claimLookupKey(account, params.lookup_key, params.transfer_lookup_key, old.id);
    const price = change(account, "prices", old.id, {
      active: params.active ?? old.active,
      lookup_key: params.lookup_key ?? old.lookup_key,
      metadata: mergeMetadata(old.metadata, params.metadata),
      nickname: params.nickname ?? old.nickname,
      tax_behavior: params.tax_behavior ?? old.tax_behavior,
    });
    emit({ account, now }, "price.updated", price, { active: old.active });
    return price;
  }),
  operation<Stripe.PriceListParams>("GET /v1/prices", ({ account, params }) => {
    const all = newest(
      account,
      "prices",
      (one) =>
        (params.active === undefined || one.active === params.active) &&
        (params.currency === undefined || one.currency === params.currency) &&
        (params.lookup_keys === undefined || params.lookup_keys.includes(one.lookup_key ?? "")) &&
        (params.product === undefined || one.product === params.product) &&
        (params.type === undefined || one.type === params.type) &&
        (params.recurring?.interval === undefined || one.recurring?.interval === params.recurring.interval) &&
        inRange(one.created, params.created),
    );
    return pageOf(all, params, "/v1/prices");
  }),
];
