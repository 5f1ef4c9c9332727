import { payCheckout } from "../billing/checkout";
import { clockOf } from "../billing/clock";
import { formatAmount } from "../billing/money";
import { sessionLines } from "../resources/checkout-sessions";
import type { Ctx } from "../store/account";
import type { CheckoutSession } from "../store/wire-types";
import { formatDay, html, message, type Page, page, redirect } from "./html";
import { declineText, type Words, wordsFor } from "./words";

/** What the person typed; shown again after a refusal, except the security code. */
type Typed = { email: string; number: string; expiry: string; name: string };

export type Visit = {
  ctx: Ctx;
  accept: string;
  method: string;
  form: URLSearchParams;
  query: URLSearchParams;
};

/** `/c/pay/{session}`: the form, and what pressing its button does. `waitFor` holds the redirect until a webhook is answered. */
export const checkoutPage = async (
  visit: Visit,
  session: CheckoutSession,
  waitFor: (event: string) => Promise<void>,
): Promise<Page> => {
  const words = wordsFor(session.locale === "auto" ? null : session.locale, visit.accept);
  if (session.status === "complete") return finished(words, session);
  if (session.status !== "open") return message(words, 410, words.expired);
  const known = visit.ctx.account.tables.customers.get(session.customer ?? "")?.email;
  const fixedEmail = known ?? session.customer_email;
  if (visit.method !== "POST")
    return form(visit.ctx, session, words, {
      typed: { email: fixedEmail ?? "", number: "", expiry: "", name: "" },
    });
  const read = (name: string): string => (visit.form.get(name) ?? "").trim();
  const typed: Typed = {
    email: fixedEmail ?? read("email"),
    number: read("cardNumber"),
    expiry: read("cardExpiry"),
    name: read("billingName"),
  };
  if (!/^[^\s@]+@[^\s@]+$/.test(typed.email))
    return form(visit.ctx, session, words, { typed, refused: "invalid_email" });
  const [month = "", year = ""] = typed.expiry.split(/\s*\/\s*/);
  const outcome = payCheckout(clockOf(visit.ctx, session.customer), session, {
    number: typed.number.replaceAll(/\D/g, ""),
    month: Number(month),
    year: Number(year) + (year.length === 2 ? 2000 : 0),
    name: typed.name || null,
    email: typed.email,
  });
  if (outcome.kind === "refused")
    return form(visit.ctx, session, words, {
      typed,
      refused: outcome.decline.code,
      text: declineText(words, outcome.decline),
    });
  await waitFor(outcome.completed);
  return redirect(successUrl(outcome.session));
};

const successUrl = (session: CheckoutSession): string =>
  (session.success_url ?? "/").replaceAll("{CHECKOUT_SESSION_ID}", session.id);

const finished = (words: Words, session: CheckoutSession): Page =>
  page(
    words,
    words.finished,
    html`<section class="card"><h1>${words.finished}</h1><p><a class="button" href="${successUrl(session)}">${words.goOn}</a></p></section>`,
  );

type Shown = { typed: Typed; refused?: string; text?: string };

const form = (ctx: Ctx, session: CheckoutSession, words: Words, shown: Shown): Page => {
  const refusal = shown.refused ? (shown.text ?? declineText(words, { code: shown.refused })) : "";
  const wrong = shown.refused === "invalid_email" ? "email" : "cardNumber";
  return page(
    words,
    words.pay,
    html`${summary(ctx, session, words)}<section class="card"><form class="pay" method="post" novalidate>
${refusal && html`<p class="alert" role="alert" id="refusal">${refusal}</p>`}
<h1>${words.contact}</h1>${field({ id: "email", label: words.email, value: shown.typed.email, autocomplete: "email", type: "email", invalid: refusal !== "" && wrong === "email" })}
<h2>${words.card}</h2>${field({ id: "cardNumber", label: words.cardNumber, value: shown.typed.number, autocomplete: "cc-number", invalid: refusal !== "" && wrong === "cardNumber" })}
<div class="pair"><div>${field({ id: "cardExpiry", label: words.expiry, value: shown.typed.expiry, autocomplete: "cc-exp" })}</div><div>${field({ id: "cardCvc", label: words.cvc, value: "", autocomplete: "cc-csc" })}</div></div>
${field({ id: "billingName", label: words.cardName, value: shown.typed.name, autocomplete: "cc-name" })}
<button type="submit">${words.pay}</button></form><p class="soft">${words.testCards}</p>
${session.cancel_url && html`<p><a href="${session.cancel_url}">${words.back}</a></p>`}</section>`,
    { wide: true, status: refusal === "" ? 200 : 402 },
  );
};

type Field = {
  id: string;
  label: string;
  value: string;
  autocomplete: string;
  type?: string;
  invalid?: boolean;
};

const field = (one: Field) =>
  html`<label for="${one.id}">${one.label}</label><input id="${one.id}" name="${one.id}" type="${one.type ?? "text"}" ${one.type ? "" : html`inputmode="${one.id === "billingName" ? "text" : "numeric"}"`} value="${one.value}" autocomplete="${one.autocomplete}" required ${one.invalid ? html`aria-invalid="true" aria-describedby="refusal"` : ""}>`;

const summary = (ctx: Ctx, session: CheckoutSession, words: Words) => {
  const lines = sessionLines(ctx, session.id);
  const secret = ctx.account.tables.secrets.get(session.id);
  const trialEnd = secret?.kind === "checkout" ? secret.subscription.trialEnd : null;
  const rows = lines.map((line) => {
    const interval = line.price?.recurring?.interval ?? "month";
    return html`<h1>${words.subscribeTo.replace("{name}", line.description ?? "")}</h1><p class="price">${formatAmount(line.amount_total, line.currency, words.locale)}</p><p class="soft">${words.perInterval[interval]}</p>`;
  });
  const total = formatAmount(session.amount_total ?? 0, session.currency ?? "brl", words.locale);
  return html`<section class="card">${rows}${trialEnd !== null && html`<p>${words.freeTrial.replace("{date}", formatDay(words, trialEnd))}</p>`}<dl><dt>${words.dueToday}</dt><dd><strong>${total}</strong></dd></dl></section>`;
};
