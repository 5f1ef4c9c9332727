import { clockOf } from "../billing/clock";
import { completeWaiting, failWaiting } from "../billing/complete";
import { formatAmount } from "../billing/money";
import { voucherEnd } from "../billing/waiting";
import { find } from "../store/account";
import type { PaymentIntent } from "../store/wire-types";
import type { Visit } from "./checkout-page";
import { formatDay, html, type Page, page, redirect } from "./html";
import { wordsFor } from "./words/choose";
import type { Words } from "./words/pt";

/** `/v/{intent}`: a boleto or Pix code, and the two things that may come of it. */
export const voucherPage = (visit: Visit, intent: PaymentIntent): Page => {
  const { account } = visit.ctx;
  const customer = account.tables.customers.get(intent.customer ?? "");
  const words = wordsFor(...(customer?.preferred_locales ?? []), visit.accept);
  const next = visit.query.get("next");
  if (visit.method === "POST") {
    press(visit, intent);
    return redirect(`/v/${intent.id}${next ? `?next=${encodeURIComponent(next)}` : ""}`);
  }
  const goOn = html`${next && /^https?:/.test(next) && html`<p><a href="${next}">${words.goOn}</a></p>`}`;
  if (voucherEnd(intent) !== null)
    return page(words, words.boletoTitle, html`${voucher(words, intent)}${goOn}`);
  const paid = find(account, "payment_intents", intent.id).status === "succeeded";
  const said = paid ? words.voucherPaid : words.voucherOver;
  return page(words, said, html`<section class="card"><h1>${said}</h1>${goOn}</section>`);
};

const press = (visit: Visit, intent: PaymentIntent): void => {
  if (voucherEnd(intent) === null) return;
  const ctx = clockOf(visit.ctx, intent.customer);
  if (visit.form.get("action") === "pay") completeWaiting(ctx, intent);
  if (visit.form.get("action") === "expire") failWaiting(ctx, intent);
};

const voucher = (words: Words, intent: PaymentIntent) => {
  const boleto = intent.next_action?.boleto_display_details;
  const code = boleto?.number ?? intent.next_action?.pix_display_qr_code?.data ?? "";
  const until = words.payUntil.replace("{date}", formatDay(words, voucherEnd(intent) ?? 0));
  return html`<section class="card"><h1>${boleto ? words.boletoTitle : words.pixTitle}</h1><p class="price">${formatAmount(intent.amount, intent.currency, words.locale)}</p><p>${until}</p><p class="soft">${words.copyCode}</p><p class="mono">${code}</p><form method="post"><button name="action" value="pay">${words.simulatePaid}</button> <button class="quiet" name="action" value="expire">${words.simulateExpired}</button></form></section>`;
};
