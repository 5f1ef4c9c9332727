import { formatAmount } from "../billing/money";
import type { Account } from "../store/account";
import { present } from "../store/present";
import type { Invoice } from "../store/wire-types";
import { formatDay, type Html, html, type Page, page } from "./html";
import { wordsFor } from "./words/choose";
import type { Words } from "./words/pt";

/** What page and PDF both show of an invoice, as text. */
export type InvoiceView = {
  words: Words;
  number: string;
  facts: [label: string, value: string][];
  customer: string[];
  lines: { description: string; period: string; quantity: string; amount: string }[];
  sums: [label: string, value: string][];
};

/** Puts an invoice into the language of its customer. */
export const viewInvoice = (account: Account, invoice: Invoice, accept: string): InvoiceView => {
  const customer = account.tables.customers.get(invoice.customer ?? "");
  const words = wordsFor(...(customer?.preferred_locales ?? []), accept);
  const money = (amount: number): string => formatAmount(amount, invoice.currency, words.locale);
  const day = (at: number | null): string => (at === null ? "" : formatDay(words, at));
  const { finalized_at: issued, paid_at: paid } = invoice.status_transitions;
  const applied = invoice.amount_due + invoice.pre_payment_credit_notes_amount - invoice.total;
  const facts: [string, string][] = [
    [words.invoiceNumber, invoice.number ?? ""],
    [words.issuedOn, day(issued)],
    [words.dueOn, day(invoice.due_date ?? issued)],
    [words.paidOn, day(paid)],
    [words.status, words.statuses[invoice.status ?? "draft"] ?? ""],
  ];
  const taxIds = (invoice.customer_tax_ids ?? []).map(
    (one) => `${one.type.replace("_", " ").toUpperCase()} ${one.value ?? ""}`,
  );
  const off = invoice.subtotal - invoice.total;
  const credited = invoice.pre_payment_credit_notes_amount + invoice.post_payment_credit_notes_amount;
  const sums: [string, string][] = [
    ...(off === 0
      ? []
      : ([
          [words.subtotal, money(invoice.subtotal)],
          [words.discount, money(-off)],
        ] as [string, string][])),
    [words.total, money(invoice.total)],
    ...(credited === 0 ? [] : [[words.credited, money(-credited)] as [string, string]]),
    ...(applied === 0 ? [] : [[words.balance, money(applied)] as [string, string]]),
    [words.amountPaid, money(invoice.amount_paid)],
    [words.amountDue, money(invoice.amount_remaining)],
  ];
  return {
    words,
    number: invoice.number ?? "",
    facts: facts.filter(([, value]) => value !== ""),
    customer: [invoice.customer_name, invoice.customer_email, ...taxIds].filter((one) => one !== null),
    lines: invoice.lines.data.map((line) => ({
      description: line.description ?? "",
      period: `${day(line.period.start)} – ${day(line.period.end)}`,
      quantity: String(line.quantity ?? 1),
      amount: money(line.amount),
    })),
    sums,
  };
};

/** `/i/{account}/{invoice}`: the invoice as a page, and what pays it while it is open. */
export const invoicePage = (
  account: Account,
  invoice: Invoice,
  accept: string,
  payment: Html | null,
): Page => {
  const view = viewInvoice(account, invoice, accept);
  const { words } = view;
  const title = `${words.invoice} ${view.number}`;
  const facts = view.facts.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`);
  const lines = view.lines.map(
    (line) =>
      html`<tr><td>${line.description}<br><span class="soft">${line.period}</span></td><td class="num">${line.quantity}</td><td class="num">${line.amount}</td></tr>`,
  );
  const sums = view.sums.map(([label, value]) => html`<dt>${label}</dt><dd><strong>${value}</strong></dd>`);
  const people = view.customer.map((line) => html`${line}<br>`);
  const pdf = present(account, invoice).invoice_pdf ?? "";
  return page(
    words,
    title,
    html`<section class="card"><h1>${title}</h1><dl>${facts}</dl><h2>${words.billTo}</h2><p>${people}</p><table><thead><tr><th scope="col">${words.description}</th><th scope="col" class="num">${words.quantity}</th><th scope="col" class="num">${words.amount}</th></tr></thead><tbody>${lines}</tbody></table><dl>${sums}</dl><p><a class="button" href="${pdf}">${words.downloadPdf}</a></p></section>${payment}`,
    { wide: payment !== null },
  );
};
