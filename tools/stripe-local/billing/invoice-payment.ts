import { type Ctx, change, find, put, remove } from "../store/account";
import type { Card } from "../store/tables";
import type { Invoice, PaymentMethod } from "../store/wire-types";
import { unreadable } from "./card-form";
import { type Decline, needsChallenge } from "./cards";
import { challengeOf, NOT_RECOGNISED } from "./checkout";
import { subscriptionOf } from "./invoices";
import { attachMethod, createCard } from "./methods";
import { payInvoice } from "./pay";
import { createVoucher, passChallenge, type Voucher } from "./waiting";

export type Paid =
  | { kind: "paid" }
  | { kind: "voucher"; url: string }
  | { kind: "challenge" }
  | { kind: "refused"; decline: Decline };

/** Pays an open invoice with a card on its page; the card becomes that of the subscription, so that the next one goes through. */
export const payByCard = (ctx: Ctx, invoice: Invoice, card: Card): Paid => {
  const wrong = unreadable(ctx, card);
  if (wrong) return { kind: "refused", decline: wrong };
  if (needsChallenge(card.number, "on_page")) {
    put(ctx.account, "secrets", { id: challengeOf(invoice), kind: "challenge", card });
    return { kind: "challenge" };
  }
  return charge(ctx, invoice, card);
};

/** The holder comes back from the bank's page. */
export const answerInvoiceChallenge = (ctx: Ctx, invoice: Invoice, passed: boolean): Paid => {
  const waiting = ctx.account.tables.secrets.get(challengeOf(invoice));
  remove(ctx.account, "secrets", challengeOf(invoice));
  if (waiting?.kind !== "challenge" || !passed) return { kind: "refused", decline: NOT_RECOGNISED };
  return charge(ctx, invoice, waiting.card);
};

const charge = (ctx: Ctx, invoice: Invoice, card: Card): Paid => {
  const method = createCard(ctx, card);
  passChallenge(ctx, method, true);
  const attempt = payInvoice(ctx, invoice, method);
  if (attempt.decline) return { kind: "refused", decline: attempt.decline };
  keep(ctx, invoice, method);
  return { kind: "paid" };
};

/** Asks for a boleto or Pix code for an open invoice. */
export const payByVoucher = (ctx: Ctx, invoice: Invoice, type: Voucher, taxId: string): Paid => {
  const holder = { name: invoice.customer_name, email: invoice.customer_email, taxId: taxId || null };
  const attempt = payInvoice(ctx, invoice, createVoucher(ctx, type, holder));
  return { kind: "voucher", url: `${ctx.account.site.url}/v/${attempt.intent?.id ?? ""}` };
};

const keep = (ctx: Ctx, invoice: Invoice, method: PaymentMethod): void => {
  attachMethod(ctx, method, find(ctx.account, "customers", invoice.customer ?? "").id);
  const subscription = ctx.account.tables.subscriptions.get(subscriptionOf(invoice) ?? "");
  if (subscription && subscription.ended_at === null)
    change(ctx.account, "subscriptions", subscription.id, { default_payment_method: method.id });
};
