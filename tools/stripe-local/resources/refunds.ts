import type Stripe from "stripe";
import { clockOf } from "../billing/clock";
import { refundCharge } from "../billing/refund";
import { find, newest } from "../store/account";
import type { Charge } from "../store/wire-types";
import { invalid } from "../wire/errors";
import { inRange, pageOf } from "../wire/lists";
import { type Call, idIn, operation } from "../wire/operation";

const chargeOf = ({ account, params }: Call<Stripe.RefundCreateParams>): Charge => {
  if (params.charge) return find(account, "charges", params.charge, "charge");
  const intent = find(account, "payment_intents", params.payment_intent ?? "", "payment_intent");
  const latest = account.tables.charges.get(intent.latest_charge ?? "");
  if (!latest?.paid)
    throw invalid("This PaymentIntent does not have a successful charge to refund.", "charge_not_refundable");
  return latest;
};

export const refundOperations = [
  operation<Stripe.RefundCreateParams>("POST /v1/refunds", (call) => {
    const charge = chargeOf(call);
    const amount = call.params.amount ?? charge.amount - charge.amount_refunded;
    return refundCharge(clockOf(call, charge.customer), charge, {
      amount,
      reason: call.params.reason ?? null,
    });
  }),
  operation("GET /v1/refunds/{id}", (call) => find(call.account, "refunds", idIn(call))),
  operation<Stripe.RefundListParams>("GET /v1/refunds", ({ account, params }) => {
    const all = newest(
      account,
      "refunds",
      (one) =>
        (params.charge === undefined || one.charge === params.charge) &&
        (params.payment_intent === undefined || one.payment_intent === params.payment_intent) &&
        inRange(one.created, params.created),
    );
    return pageOf(all, params, "/v1/refunds");
  }),
];
