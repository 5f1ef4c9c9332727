import { readCard } from "../billing/card-form";
import { clockOf } from "../billing/clock";
import { answerInvoiceChallenge, type Paid, payByCard, payByVoucher } from "../billing/invoice-payment";
import { find } from "../store/account";
import type { Invoice } from "../store/wire-types";
import type { Visit } from "./checkout-page";
import { type Html, html, type Page, page, redirect } from "./html";
import { invoicePage } from "./invoice-page";
import { alert, challengeForm, type PayBy, payFields, readTyped, type Typed } from "./pay-form";
import { declineText, wordsFor } from "./words/choose";
import type { Words } from "./words/pt";

/** The invoice's page; an open one can be paid there, by card, and in Brazil by boleto or Pix. */
export const payableInvoice = (visit: Visit, invoice: Invoice, address: string): Page => {
  const { account } = visit.ctx;
  const customer = account.tables.customers.get(invoice.customer ?? "");
  const words = wordsFor(...(customer?.preferred_locales ?? []), visit.accept);
  const show = (refused = "", wrong = ""): Page => {
    const now = find(account, "invoices", invoice.id);
    const isOpen = now.status === "open" && now.amount_remaining > 0;
    const form = isOpen ? payForm(words, now, { typed: readTyped(visit.form), refused, wrong }) : null;
    return invoicePage(account, now, visit.accept, form);
  };
  if (visit.method !== "POST" || invoice.status !== "open") return show();
  const typed = readTyped(visit.form);
  if (typed.by === "boleto" && typed.taxId === "") return show(words.taxIdNeeded, "taxId");
  const paid = pay(visit, invoice, typed);
  if (paid.kind === "challenge") return page(words, words.challenge, challengeForm(words));
  if (paid.kind === "refused") return show(declineText(words, paid.decline), "cardNumber");
  return redirect(paid.kind === "voucher" ? paid.url : address);
};

const pay = (visit: Visit, invoice: Invoice, typed: Typed): Paid => {
  const ctx = clockOf(visit.ctx, invoice.customer);
  const challenge = visit.form.get("challenge");
  if (challenge) return answerInvoiceChallenge(ctx, invoice, challenge === "passed");
  if (typed.by === "boleto" || typed.by === "pix") return payByVoucher(ctx, invoice, typed.by, typed.taxId);
  const card = readCard((name) => (visit.form.get(name) ?? "").trim(), invoice.customer_email);
  return payByCard(ctx, invoice, card);
};

const payForm = (
  words: Words,
  invoice: Invoice,
  shown: { typed: Typed; refused: string; wrong: string },
): Html => {
  const ways: PayBy[] = invoice.currency === "brl" ? ["card", "pix", "boleto"] : ["card"];
  return html`<section class="card"><form class="pay" method="post" novalidate>${alert(shown.refused)}<h1>${words.payInvoice}</h1>${payFields(words, ways, shown.typed, shown.wrong)}<button type="submit">${words.payInvoice}</button></form><p class="soft">${words.testCards}</p></section>`;
};
