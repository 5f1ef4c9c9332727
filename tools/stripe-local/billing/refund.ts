import { type Ctx, change, put } from "../store/account";
import { emit } from "../store/events";
import type { Charge, Refund } from "../store/wire-types";
import { invalid } from "../wire/errors";
import { newId } from "../wire/ids";

/** Gives a charge back, whole or in part. @throws charge_already_refunded, and for more than is left */
export const refundCharge = (
  ctx: Ctx,
  charge: Charge,
  { amount, reason }: { amount: number; reason: Refund["reason"] },
): Refund => {
  if (charge.refunded)
    throw invalid(`Charge ${charge.id} has already been refunded.`, "charge_already_refunded");
  const left = charge.amount - charge.amount_refunded;
  if (amount > left || amount <= 0)
    throw invalid(
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      undefined,
      "amount",
    );
  const refund = put(ctx.account, "refunds", {
    id: newId("re"),
    object: "refund",
    amount,
    balance_transaction: newId("txn"),
    charge: charge.id,
    created: ctx.now,
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    metadata: {},
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: "succeeded",
    transfer_reversal: null,
  });
  const given = change(ctx.account, "charges", charge.id, {
    amount_refunded: charge.amount_refunded + amount,
    refunded: charge.amount_refunded + amount === charge.amount,
  });
  emit(ctx, "refund.created", refund);
  emit(ctx, "charge.refunded", given, { amount_refunded: charge.amount_refunded });
  return refund;
};
