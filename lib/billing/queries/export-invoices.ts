import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { CSV_MARK, csvLines } from "@/lib/platform/csv";
import { publicUrl } from "@/lib/platform/env";
import { streamText } from "@/lib/platform/http/stream-text";
import { formatDate } from "@/lib/platform/i18n/format";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { authorize } from "@/lib/shared/decision";
import { type Money, toDecimalText } from "@/lib/shared/money";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";
import { invoiceState } from "../invoice-rules";
import { canViewBilling } from "../policy";
import type { Invoice } from "../types";
import { getBillingPath } from "./get-billing-path";
import { eachInvoicePage, type InvoiceFilter } from "./list-invoices";

/**
 * The invoices as a file for spreadsheets, written while it is read: the five columns of the page first, in its order,
 * amounts with the decimal mark of the reader's language.
 * @throws Refusal `not_allowed` (B7)
 */
export async function exportInvoices(
  ctx: TenantContext,
  filter: InvoiceFilter,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  authorize(canViewBilling(ctx.actor));
  const [zone, path] = await Promise.all([findTimezone(ctx), getBillingPath(ctx)]);
  const t = translatorFor(ctx.locale);
  const mark = ctx.locale === "en" ? "." : ",";
  const decimal = (amount: Money) => toDecimalText(amount).replace(".", mark);
  const url = ({ id }: Invoice, kind: string) => `${publicUrl()}${path}/invoices/${id}/${kind}`;
  const rowOf = (invoice: Invoice) => [
    invoice.plan,
    decimal(invoice.amount),
    ...(invoice.status === "draft" ? ["", ""] : [url(invoice, "hosted"), url(invoice, "pdf")]),
    invoice.issuedAt ? formatDate(invoice.issuedAt, { locale: ctx.locale, zone }, "short") : "",
    invoice.number ?? "",
    t(`billing.invoices.status.${invoiceState(invoice)}`),
    invoice.amount.currency,
    decimal(invoice.discount),
    decimal(invoice.due),
    decimal(invoice.credited),
    decimal(invoice.refunded),
  ];
  const headers = [
    ...(["plan", "amount", "url", "pdf", "date"] as const).map((name) =>
      t(`billing.invoices.columns.${name}`),
    ),
    ...(["number", "status", "currency", "discount", "due", "credited", "refunded"] as const).map((name) =>
      t(`billing.invoices.fileColumns.${name}`),
    ),
  ];
  return streamText(parts());

  async function* parts(): AsyncGenerator<string> {
    yield CSV_MARK + csvLines([headers]);
    for await (const invoices of eachInvoicePage(ctx, filter)) yield csvLines(invoices.map(rowOf));
  }
}
