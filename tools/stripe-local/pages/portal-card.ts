import { readCard, unreadable } from "../billing/card-form";
import { declineOnAttach } from "../billing/cards";
import { attachMethod, createCard } from "../billing/methods";
import { methodFor } from "../billing/pay";
import { type Ctx, change, find } from "../store/account";
import { emit } from "../store/events";
import type { PortalSession, Subscription } from "../store/wire-types";
import type { Visit } from "./checkout-page";
import { type Html, html } from "./html";
import { alert, payFields, readTyped } from "./pay-form";
import { declineText } from "./words/choose";
import type { Words } from "./words/pt";

/** Saves another card for the customer and what runs; the text of a refusal, or null. */
export const changeCard = (
  visit: Visit,
  words: Words,
  { session, running }: { session: PortalSession; running: Subscription[] },
): string | null => {
  const { ctx } = visit;
  const customer = find(ctx.account, "customers", session.customer);
  const card = readCard((name) => (visit.form.get(name) ?? "").trim(), customer.email);
  const decline = unreadable(ctx, card) ?? declineOnAttach(card.number);
  if (decline) return declineText(words, decline);
  const method = attachMethod(ctx, createCard(ctx, card), customer.id);
  const updated = change(ctx.account, "customers", customer.id, {
    invoice_settings: { ...customer.invoice_settings, default_payment_method: method.id },
  });
  emit(ctx, "customer.updated", updated, { invoice_settings: customer.invoice_settings });
  for (const one of running) {
    const changed = change(ctx.account, "subscriptions", one.id, { default_payment_method: method.id });
    emit(ctx, "customer.subscription.updated", changed, {
      default_payment_method: one.default_payment_method,
    });
  }
  return null;
};

/** The card of the customer, and the form for another. */
export const cardForm = (
  ctx: Ctx,
  words: Words,
  shown: { customer: string; subscription: Subscription | undefined; visit: Visit; refused: string | null },
): Html => {
  const method = methodFor(ctx, shown.customer, shown.subscription);
  const current = method?.card
    ? `${method.card.brand} •••• ${method.card.last4} ${method.card.exp_month}/${method.card.exp_year}`
    : words.noCard;
  return html`<h2>${words.cardOnFile}</h2><p>${current}</p><details ${shown.refused ? html`open` : ""}><summary>${words.updateCard}</summary><form class="pay" method="post" novalidate>${alert(shown.refused ?? "")}${payFields(words, ["card"], readTyped(shown.visit.form), shown.refused ? "cardNumber" : "")}<button name="action" value="card">${words.saveCard}</button></form></details>`;
};
