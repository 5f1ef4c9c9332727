import type Stripe from "stripe";
import { type Ctx, change, find, newest, put, remove } from "../store/account";
import { emit } from "../store/events";
import type { Product } from "../store/wire-types";
import { invalid } from "../wire/errors";
import { newId } from "../wire/ids";
import { inRange, pageOf } from "../wire/lists";
import { idIn, mergeMetadata, operation } from "../wire/operation";

const build = (params: Stripe.ProductCreateParams, now: number): Product => ({
  id: params.id ?? newId("prod"),
  object: "product",
  active: params.active ?? true,
  created: now,
  default_price: null,
  description: params.description ?? null,
  images: params.images ?? [],
  livemode: false,
  marketing_features: params.marketing_features ?? [],
  metadata: mergeMetadata({}, params.metadata),
  name: params.name,
  package_dimensions: params.package_dimensions ?? null,
  shippable: params.shippable ?? null,
  statement_descriptor: params.statement_descriptor ?? null,
  tax_code: params.tax_code ?? null,
  tax_details: null,
  type: "service",
  unit_label: params.unit_label ?? null,
  updated: now,
  url: params.url ?? null,
});

export const createProduct = (ctx: Ctx, params: Stripe.ProductCreateParams): Product => {
  if (params.id && ctx.account.tables.products.has(params.id))
    throw invalid("Product already exists.", "resource_already_exists", "id");
  const product = put(ctx.account, "products", build(params, ctx.now));
  emit(ctx, "product.created", product);
  return product;
};

export const productOperations = [
  operation<Stripe.ProductCreateParams>("POST /v1/products", (call) => createProduct(call, call.params)),
  operation("GET /v1/products/{id}", (call) => find(call.account, "products", idIn(call))),
  operation<Stripe.ProductUpdateParams>("POST /v1/products/{id}", (call) => {
    const { account, now, params } = call;
    const old = find(account, "products", idIn(call));
    if (params.default_price) find(account, "prices", params.default_price, "default_price");
    const product = change(account, "products", old.id, {
      active: params.active ?? old.active,
      default_price: params.default_price ?? old.default_price ?? null,
      description: params.description === undefined ? old.description : params.description || null,
      images: params.images || old.images,
      metadata: mergeMetadata(old.metadata, params.metadata),
      name: params.name ?? old.name,
      updated: now,
    });
    emit({ account, now }, "product.updated", product, { updated: old.updated });
    return product;
  }),
  operation<Stripe.ProductListParams>("GET /v1/products", ({ account, params }) => {
    const all = newest(
      account,
      "products",
      (one) =>
        (params.active === undefined || one.active === params.active) &&
        (params.ids === undefined || params.ids.includes(one.id)) &&
        inRange(one.created, params.created),
    );
    return pageOf(all, params, "/v1/products");
  }),
  operation("DELETE /v1/products/{id}", (call) => {
    const { account, now } = call;
    const product = find(account, "products", idIn(call));
    if ([...account.tables.prices.values()].some((price) => price.product === product.id))
      throw invalid("This product cannot be deleted because it has one or more user-created prices.");
    remove(account, "products", product.id);
    emit({ account, now }, "product.deleted", product);
    return { id: product.id, object: "product", deleted: true };
  }),
];
