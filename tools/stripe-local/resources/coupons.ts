import type Stripe from "stripe";
import { change, find, newest, put, remove } from "../store/account";
import { emit } from "../store/events";
import type { Coupon } from "../store/wire-types";
import { invalid } from "../wire/errors";
import { randomText } from "../wire/ids";
import { inRange, pageOf } from "../wire/lists";
import { type Call, idIn, mergeMetadata, operation } from "../wire/operation";

type Params = Stripe.CouponCreateParams;

const create = ({ account, now, params }: Call<Params>): Coupon => {
  check(params);
  const id = params.id ?? randomText(8);
  if (account.tables.coupons.has(id))
    throw invalid("Coupon already exists.", "resource_already_exists", "id");
  const coupon = put(account, "coupons", {
    id,
    object: "coupon",
    created: now,
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    times_redeemed: 0,
    valid: true,
    ...valueFields(params),
    ...limitFields(params),
  });
  emit({ account, now }, "coupon.created", coupon);
  return coupon;
};

const check = (params: Params): void => {
  if ((params.percent_off === undefined) === (params.amount_off === undefined))
    throw invalid(
      "You must pass exactly one of `percent_off` or `amount_off`.",
      "parameter_missing",
      "percent_off",
    );
  if (params.amount_off !== undefined && !params.currency)
    throw invalid("You must pass currency when passing amount_off", "parameter_missing", "currency");
  if (params.duration === "repeating" && !params.duration_in_months)
    throw invalid("You must pass duration_in_months.", "parameter_missing", "duration_in_months");
};

const valueFields = (params: Params) => ({
  amount_off: params.amount_off ?? null,
  currency: params.currency ?? null,
  percent_off: params.percent_off ?? null,
  name: params.name ?? null,
});

const limitFields = (params: Params) => ({
  duration: params.duration ?? ("once" as const),
  duration_in_months: params.duration === "repeating" ? (params.duration_in_months ?? null) : null,
  max_redemptions: params.max_redemptions ?? null,
  redeem_by: params.redeem_by ?? null,
});

export const couponOperations = [
  operation<Stripe.CouponCreateParams>("POST /v1/coupons", create),
  operation("GET /v1/coupons/{id}", (call) => find(call.account, "coupons", idIn(call))),
  operation<Stripe.CouponListParams>("GET /v1/coupons", ({ account, params }) =>
    pageOf(
      newest(account, "coupons", (one) => inRange(one.created, params.created)),
      params,
      "/v1/coupons",
    ),
  ),
  operation<Stripe.CouponUpdateParams>("POST /v1/coupons/{id}", (call) => {
    const old = find(call.account, "coupons", idIn(call));
    return change(call.account, "coupons", old.id, {
      metadata: mergeMetadata(old.metadata ?? {}, call.params.metadata),
      name: call.params.name ?? old.name,
    });
  }),
  operation("DELETE /v1/coupons/{id}", (call) => {
    const coupon = find(call.account, "coupons", idIn(call));
    remove(call.account, "coupons", coupon.id);
    emit(call, "coupon.deleted", coupon);
    return { id: coupon.id, object: "coupon", deleted: true };
  }),
];
