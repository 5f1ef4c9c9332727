import { clockOf } from "../billing/clock";
import { formatAmount } from "../billing/money";
import { releaseSchedule } from "../billing/schedule";
import { productName } from "../billing/subscribe";
import { updateSubscription } from "../billing/update";
import { type Ctx, find, newest } from "../store/account";
import { present } from "../store/present";
import type { Invoice, PortalSession, Subscription } from "../store/wire-types";
import type { Visit } from "./checkout-page";
import { formatDay, html, type Page, page, redirect } from "./html";
import { cardForm, changeCard } from "./portal-card";
import { wordsFor } from "./words/choose";
import type { Words } from "./words/pt";

/** `/p/session/{session}`: the customer ends or keeps the subscription and finds the invoices. */
export const portalPage = (visit: Visit, session: PortalSession): Page => {
  const { account } = visit.ctx;
  const ctx = clockOf(visit.ctx, session.customer);
  const customer = account.tables.customers.get(session.customer);
  const words = wordsFor(
    session.locale === "auto" ? null : session.locale,
    ...(customer?.preferred_locales ?? []),
    visit.accept,
  );
  const running = newest(
    account,
    "subscriptions",
    (one) => one.customer === session.customer && one.ended_at === null,
  );
  const action = visit.form.get("action");
  const refused = action === "card" ? changeCard({ ...visit, ctx }, words, { session, running }) : null;
  if (visit.method === "POST" && refused === null) {
    const wanted = running.find((one) => one.id === visit.form.get("subscription"));
    if (wanted) endOrKeep(ctx, wanted, action === "cancel");
    return redirect(session.url);
  }
  const invoices = newest(
    account,
    "invoices",
    (one) => one.customer === session.customer && one.status !== "draft",
  );
  const plans = running.map((one) => planCard(ctx, one, words));
  const rows = invoices.map((one) => invoiceRow(present(account, one), words));
  return page(
    words,
    words.portal,
    html`<section class="card"><h1>${words.portal}</h1><p>${customer?.name ?? ""} ${customer?.email ?? ""}</p><h2>${words.currentPlan}</h2>${plans.length > 0 ? plans : html`<p>${words.noPlan}</p>`}${cardForm(ctx, words, { customer: session.customer, subscription: running[0], visit, refused })}<h2>${words.history}</h2>${rows.length > 0 ? html`<table><tbody>${rows}</tbody></table>` : html`<p>${words.noInvoices}</p>`}${session.return_url && html`<p><a href="${session.return_url}">${words.returnTo}</a></p>`}</section>`,
  );
};

/** The portal cancels what a schedule governs by letting go of the schedule first. */
const endOrKeep = (ctx: Ctx, subscription: Subscription, ends: boolean): void => {
  const schedule = ctx.account.tables.subscription_schedules.get(String(subscription.schedule));
  if (schedule) releaseSchedule(ctx, schedule);
  updateSubscription(ctx, find(ctx.account, "subscriptions", subscription.id), {
    cancel_at_period_end: ends,
  });
};

const planCard = (ctx: Ctx, one: Subscription, words: Words) => {
  const item = one.items.data[0];
  const name = item ? productName(ctx, item.price) : one.id;
  const end = formatDay(words, one.cancel_at ?? item?.current_period_end ?? ctx.now);
  const ends = one.cancel_at !== null;
  const text = (ends ? words.endsOn : words.renewsOn).replace("{date}", end);
  return html`<form method="post"><p><strong>${name}</strong> ${formatAmount(item?.price.unit_amount ?? 0, one.currency, words.locale)}<br>${text}</p><input type="hidden" name="subscription" value="${one.id}"><button class="quiet" name="action" value="${ends ? "resume" : "cancel"}">${ends ? words.resumePlan : words.cancelPlan}</button></form>`;
};

const invoiceRow = (one: Invoice, words: Words) =>
  html`<tr><td>${formatDay(words, one.status_transitions.finalized_at ?? one.created)}</td><td><a href="${one.hosted_invoice_url ?? ""}">${one.number}</a></td><td>${words.statuses[one.status ?? "draft"]}</td><td class="num">${formatAmount(one.total, one.currency, words.locale)}</td></tr>`;
