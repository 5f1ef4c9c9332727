import type Stripe from "stripe";
import { change, find, newest, put } from "../store/account";
import { emit } from "../store/events";
import type { PromotionCode } from "../store/wire-types";
import { invalid } from "../wire/errors";
import { newId, randomText } from "../wire/ids";
import { inRange, pageOf } from "../wire/lists";
import { type Call, idIn, mergeMetadata, operation } from "../wire/operation";

const create = ({ account, now, params }: Call<Stripe.PromotionCodeCreateParams>): PromotionCode => {
  const coupon = find(account, "coupons", params.promotion.coupon ?? "", "promotion[coupon]");
  const code = params.code ?? randomText(8).toUpperCase();
  const taken = newest(account, "promotion_codes", (one) => one.active && sameCode(one.code, code));
  if (taken.length > 0)
    throw invalid(`An active promotion code with \`code: ${code}\` already exists.`, undefined, "code");
  const made = put(account, "promotion_codes", {
    id: newId("promo"),
    object: "promotion_code",
    active: params.active ?? true,
    code,
    created: now,
    customer: params.customer ?? null,
    customer_account: null,
    expires_at: params.expires_at ?? null,
    livemode: false,
    max_redemptions: params.max_redemptions ?? null,
    metadata: mergeMetadata({}, params.metadata),
    promotion: { type: "coupon", coupon: coupon.id },
    restrictions: {
      first_time_transaction: params.restrictions?.first_time_transaction ?? false,
      minimum_amount: params.restrictions?.minimum_amount ?? null,
      minimum_amount_currency: params.restrictions?.minimum_amount_currency ?? null,
    },
    times_redeemed: 0,
  });
  emit({ account, now }, "promotion_code.created", made);
  return made;
};

/** Customers type codes in any case. */
export const sameCode = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

export const promotionCodeOperations = [
  operation<Stripe.PromotionCodeCreateParams>("POST /v1/promotion_codes", create),
  operation("GET /v1/promotion_codes/{id}", (call) => find(call.account, "promotion_codes", idIn(call))),
  operation<Stripe.PromotionCodeListParams>("GET /v1/promotion_codes", ({ account, params }) => {
    const all = newest(
      account,
      "promotion_codes",
      (one) =>
        (params.active === undefined || one.active === params.active) &&
        (params.code === undefined || sameCode(one.code, params.code)) &&
        (params.coupon === undefined || one.promotion.coupon === params.coupon) &&
        (params.customer === undefined || one.customer === params.customer) &&
        inRange(one.created, params.created),
    );
    return pageOf(all, params, "/v1/promotion_codes");
  }),
  operation<Stripe.PromotionCodeUpdateParams>("POST /v1/promotion_codes/{id}", (call) => {
    const old = find(call.account, "promotion_codes", idIn(call));
    const updated = change(call.account, "promotion_codes", old.id, {
      active: call.params.active ?? old.active,
      metadata: mergeMetadata(old.metadata ?? {}, call.params.metadata),
    });
    emit(call, "promotion_code.updated", updated, { active: old.active });
    return updated;
  }),
];
