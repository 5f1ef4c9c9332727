import { soldBy } from "../billing/checkout-price";
import { formatAmount } from "../billing/money";
import { sessionLines } from "../resources/checkout-sessions";
import type { Ctx } from "../store/account";
import type { CheckoutSession } from "../store/wire-types";
import { formatDay, type Html, html, type Page, page } from "./html";
import { alert, field, type PayBy, payFields, type Typed } from "./pay-form";
import type { Words } from "./words/pt";

/** What the form shows: what was typed, and the refusal with the field it is about. */
export type Shown = { email: string; typed: Typed; refused: string; wrong: string };

export const checkoutForm = (ctx: Ctx, session: CheckoutSession, words: Words, shown: Shown): Page => {
  const free = session.amount_total === 0 && session.payment_method_collection === "if_required";
  const ways: PayBy[] =
    session.currency === "brl" && (session.amount_total ?? 0) > 0 ? ["card", "boleto"] : ["card"];
  return page(
    words,
    words.pay,
    html`${summary(ctx, session, words, shown)}<section class="card"><form class="pay" method="post" novalidate>
${alert(shown.wrong === "promotionCode" ? "" : shown.refused)}
<h1>${words.contact}</h1>${field({ id: "email", label: words.email, value: shown.email, autocomplete: "email", type: "email", invalid: shown.wrong === "email" })}
${!free && payFields(words, ways, shown.typed, shown.wrong)}
<button type="submit">${free ? words.startTrial : words.pay}</button></form><p class="soft">${words.testCards}</p>
${session.cancel_url && html`<p><a href="${session.cancel_url}">${words.back}</a></p>`}</section>`,
    { wide: true, status: shown.refused === "" ? 200 : 402 },
  );
};

const summary = (ctx: Ctx, session: CheckoutSession, words: Words, shown: Shown): Html => {
  const money = (amount: number): string => formatAmount(amount, session.currency ?? "brl", words.locale);
  const { trialEnd } = soldBy(ctx, session).subscription;
  const rows = sessionLines(ctx, session.id).map((line) => {
    const interval = line.price?.recurring?.interval ?? "month";
    return html`<h1>${words.subscribeTo.replace("{name}", line.description ?? "")}</h1><p class="price">${money(line.amount_subtotal)}</p><p class="soft">${words.perInterval[interval]}</p>`;
  });
  const off = session.total_details?.amount_discount ?? 0;
  return html`<section class="card">${rows}${trialEnd !== null && html`<p>${words.freeTrial.replace("{date}", formatDay(words, trialEnd))}</p>`}<dl>${off > 0 && html`<dt>${words.subtotal}</dt><dd>${money(session.amount_subtotal ?? 0)}</dd><dt>${words.discount}</dt><dd>−${money(off)}</dd>`}<dt>${words.dueToday}</dt><dd><strong>${money(session.amount_total ?? 0)}</strong></dd></dl>${session.allow_promotion_codes && codeForm(session, words, shown)}</section>`;
};

const codeForm = (session: CheckoutSession, words: Words, shown: Shown): Html =>
  session.discounts?.length
    ? html`<form method="post"><button class="quiet" name="action" value="remove">${words.removeCode}</button></form>`
    : html`<form method="post">${alert(shown.wrong === "promotionCode" ? shown.refused : "")}<div class="row"><div>${field({ id: "promotionCode", label: words.promotionCode, value: "", autocomplete: "off", type: "text", invalid: shown.wrong === "promotionCode" })}</div><button class="quiet" name="action" value="apply">${words.applyCode}</button></div></form>`;
