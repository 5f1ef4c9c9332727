import { type Ctx, change, find, newest, put } from "../store/account";
import { emit } from "../store/events";
import type { Charge, CreditNote, Invoice, Refund } from "../store/wire-types";
import { invalid } from "../wire/errors";
import { newId } from "../wire/ids";
import { wholeList } from "../wire/lists";
import { paymentOf } from "./invoices";
import { refundCharge } from "./refund";

export type CreditRequest = {
  amount: number;
  refund: number;
  credit: number;
  outOfBand: number;
  reason: CreditNote["reason"];
  memo: string | null;
};

/** Takes back part of an invoice: less to pay of an open one; of a paid one a refund, a balance, or money by other ways. */
export const issueCreditNote = (ctx: Ctx, invoice: Invoice, asked: CreditRequest): CreditNote => {
  check(invoice, asked);
  const isPaid = invoice.status === "paid";
  const refund = asked.refund > 0 ? refundOf(ctx, invoice, asked.refund) : undefined;
  if (asked.credit > 0) addToBalance(ctx, invoice, asked.credit);
  const noted = isPaid
    ? { post_payment_credit_notes_amount: invoice.post_payment_credit_notes_amount + asked.amount }
    : {
        pre_payment_credit_notes_amount: invoice.pre_payment_credit_notes_amount + asked.amount,
        amount_due: invoice.amount_due - asked.amount,
        amount_remaining: invoice.amount_remaining - asked.amount,
      };
  const credited = change(ctx.account, "invoices", invoice.id, noted);
  const note = put(ctx.account, "credit_notes", buildNote(ctx, credited, { asked, isPaid, refund }));
  emit(ctx, "credit_note.created", note);
  emit(ctx, "invoice.updated", credited);
  return note;
};

const check = (invoice: Invoice, asked: CreditRequest): void => {
  if (invoice.status !== "paid" && invoice.status !== "open")
    throw invalid("Credit notes can only be created for open or paid invoices.", undefined, "invoice");
  const noted = invoice.post_payment_credit_notes_amount + invoice.pre_payment_credit_notes_amount;
  if (asked.amount <= 0 || asked.amount > invoice.total - noted)
    throw invalid("The credit note amount is greater than what is left of the invoice.", undefined, "amount");
  if (invoice.status === "paid" && asked.refund + asked.credit + asked.outOfBand !== asked.amount)
    throw invalid(
      "The sum of credit amount, refund amount and out of band amount must equal the credit note amount.",
      undefined,
      "credit_amount",
    );
};

const refundOf = (ctx: Ctx, invoice: Invoice, amount: number): Refund => {
  const intent = ctx.account.tables.payment_intents.get(
    paymentOf(ctx, invoice)?.payment.payment_intent ?? "",
  );
  const charge: Charge = find(ctx.account, "charges", intent?.latest_charge ?? "", "invoice");
  return refundCharge(ctx, charge, { amount, reason: "requested_by_customer" });
};

const addToBalance = (ctx: Ctx, invoice: Invoice, amount: number): void => {
  const customer = find(ctx.account, "customers", invoice.customer ?? "", "invoice");
  const updated = change(ctx.account, "customers", customer.id, { balance: customer.balance - amount });
  emit(ctx, "customer.updated", updated, { balance: customer.balance });
};

type Built = { asked: CreditRequest; isPaid: boolean; refund: Refund | undefined };

const buildNote = (ctx: Ctx, invoice: Invoice, { asked, isPaid, refund }: Built): CreditNote => {
  const id = newId("cn");
  const count = newest(ctx.account, "credit_notes", (one) => one.invoice === invoice.id).length + 1;
  const { amount } = asked;
  return {
    id,
    object: "credit_note",
    amount,
    amount_shipping: 0,
    created: ctx.now,
    currency: invoice.currency,
    customer: invoice.customer ?? "",
    customer_account: null,
    customer_balance_transaction: null,
    discount_amount: 0,
    discount_amounts: [],
    effective_at: ctx.now,
    invoice: invoice.id,
    lines: wholeList([], `/v1/credit_notes/${id}/lines`),
    livemode: false,
    memo: asked.memo,
    metadata: {},
    number: `${invoice.number}-CN-${String(count).padStart(2, "0")}`,
    out_of_band_amount: asked.outOfBand || null,
    pdf: `${ctx.account.site.url}/i/${ctx.account.id}/${invoice.id}/pdf`,
    post_payment_amount: isPaid ? amount : 0,
    pre_payment_amount: isPaid ? 0 : amount,
    pretax_credit_amounts: [],
    reason: asked.reason,
    refunds: refund
      ? [{ amount_refunded: refund.amount, payment_record_refund: null, refund: refund.id, type: "refund" }]
      : [],
    shipping_cost: null,
    status: "issued",
    subtotal: amount,
    subtotal_excluding_tax: amount,
    total: amount,
    total_excluding_tax: amount,
    total_taxes: [],
    type: isPaid ? "post_payment" : "pre_payment",
    voided_at: null,
  };
};
