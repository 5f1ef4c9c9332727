import type Stripe from "stripe";
import { clockOf } from "../billing/clock";
import { closeInvoice, finalizeInvoice, settle, subscriptionOf } from "../billing/invoices";
import { methodOrToken } from "../billing/methods";
import { cardRefusal, methodFor, payInvoice } from "../billing/pay";
import { previewInvoice } from "../billing/preview";
import { type Ctx, change, find, newest } from "../store/account";
import { emit } from "../store/events";
import type { Invoice } from "../store/wire-types";
import { invalid } from "../wire/errors";
import { inRange, pageOf } from "../wire/lists";
import { type Call, idIn, mergeMetadata, operation } from "../wire/operation";

const invoiceIn = (call: Call<unknown>): { invoice: Invoice; ctx: Ctx } => {
  const invoice = find(call.account, "invoices", idIn(call));
  return { invoice, ctx: clockOf(call, invoice.customer) };
};

const pay = (ctx: Ctx, invoice: Invoice, params: Stripe.InvoicePayParams): Invoice => {
  if (invoice.status === "paid") throw invalid("Invoice is already paid", "invoice_already_paid");
  if (invoice.status === "void") throw invalid("You cannot pay a voided invoice.", "invoice_not_editable");
  const open = invoice.status === "draft" ? finalizeInvoice(ctx, invoice) : invoice;
  if (open.status === "paid") return open;
  if (params.paid_out_of_band) return settle(ctx, open, open.amount_due);
  const subscription = ctx.account.tables.subscriptions.get(subscriptionOf(open) ?? "");
  const method = params.payment_method
    ? methodOrToken(ctx, params.payment_method, "payment_method")
    : methodFor(ctx, open.customer ?? "", subscription);
  if (!method)
    throw invalid(
      "There is no `default_payment_method` set on this Customer or Invoice. Please set a payment method.",
      "invoice_payment_intent_requires_action",
    );
  const attempt = payInvoice(ctx, open, method);
  if (attempt.decline) throw cardRefusal(attempt.decline, attempt.intent);
  return attempt.invoice;
};

export const invoiceOperations = [
  operation<Stripe.InvoiceListParams>("GET /v1/invoices", ({ account, params }) => {
    const all = newest(
      account,
      "invoices",
      (one) =>
        (params.customer === undefined || one.customer === params.customer) &&
        (params.subscription === undefined || subscriptionOf(one) === params.subscription) &&
        (params.status === undefined || one.status === params.status) &&
        (params.collection_method === undefined || one.collection_method === params.collection_method) &&
        inRange(one.due_date ?? 0, params.due_date) &&
        inRange(one.created, params.created),
    );
    return pageOf(all, params, "/v1/invoices");
  }),
  operation<Stripe.InvoiceCreatePreviewParams>("POST /v1/invoices/create_preview", (call) =>
    previewInvoice(call, call.params),
  ),
  operation("GET /v1/invoices/{id}", (call) => invoiceIn(call).invoice),
  operation<Stripe.InvoiceUpdateParams>("POST /v1/invoices/{id}", (call) => {
    const { invoice, ctx } = invoiceIn(call);
    const { params } = call;
    const updated = change(call.account, "invoices", invoice.id, {
      auto_advance: params.auto_advance ?? invoice.auto_advance ?? false,
      description: params.description ?? invoice.description,
      footer: params.footer ?? invoice.footer,
      metadata: mergeMetadata(invoice.metadata ?? {}, params.metadata),
    });
    emit(ctx, "invoice.updated", updated, { metadata: invoice.metadata });
    return updated;
  }),
  operation("POST /v1/invoices/{id}/finalize", (call) => {
    const { invoice, ctx } = invoiceIn(call);
    return finalizeInvoice(ctx, invoice);
  }),
  operation<Stripe.InvoicePayParams>("POST /v1/invoices/{id}/pay", (call) => {
    const { invoice, ctx } = invoiceIn(call);
    return pay(ctx, invoice, call.params);
  }),
  operation("POST /v1/invoices/{id}/void", (call) => {
    const { invoice, ctx } = invoiceIn(call);
    return closeInvoice(ctx, invoice, "void");
  }),
  operation("POST /v1/invoices/{id}/mark_uncollectible", (call) => {
    const { invoice, ctx } = invoiceIn(call);
    return closeInvoice(ctx, invoice, "uncollectible");
  }),
  operation<Stripe.InvoiceListLineItemsParams>("GET /v1/invoices/{id}/lines", (call) => {
    const { invoice } = invoiceIn(call);
    return pageOf(invoice.lines.data, call.params, invoice.lines.url);
  }),
];
