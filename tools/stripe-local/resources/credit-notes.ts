import type Stripe from "stripe";
import { clockOf } from "../billing/clock";
import { type CreditRequest, issueCreditNote } from "../billing/credit-note";
import { find, newest } from "../store/account";
import { inRange, pageOf } from "../wire/lists";
import { idIn, operation } from "../wire/operation";
import { refuseUnsupported } from "../wire/unsupported";

type Params = Stripe.CreditNoteCreateParams;

const requestOf = (params: Params): CreditRequest => {
  const refund = params.refund_amount ?? 0;
  const credit = params.credit_amount ?? 0;
  const outOfBand = params.out_of_band_amount ?? 0;
  return {
    amount: params.amount ?? refund + credit + outOfBand,
    refund,
    credit,
    outOfBand,
    reason: params.reason ?? null,
    memo: params.memo ?? null,
  };
};

export const creditNoteOperations = [
  operation<Params>("POST /v1/credit_notes", (call) => {
    refuseUnsupported(call.params, ["lines", "refunds", "shipping_cost"]);
    const invoice = find(call.account, "invoices", call.params.invoice, "invoice");
    return issueCreditNote(clockOf(call, invoice.customer), invoice, requestOf(call.params));
  }),
  operation("GET /v1/credit_notes/{id}", (call) => find(call.account, "credit_notes", idIn(call))),
  operation<Stripe.CreditNoteListParams>("GET /v1/credit_notes", ({ account, params }) => {
    const all = newest(
      account,
      "credit_notes",
      (one) =>
        (params.customer === undefined || one.customer === params.customer) &&
        (params.invoice === undefined || one.invoice === params.invoice) &&
        inRange(one.created, params.created),
    );
    return pageOf(all, params, "/v1/credit_notes");
  }),
];
