import { readCard } from "../billing/card-form";
import {
  answerChallenge,
  type Buyer,
  type Outcome,
  payByBoleto,
  payCheckout,
  startWithoutCard,
} from "../billing/checkout";
import { applyCode, removeCode } from "../billing/checkout-price";
import { clockOf } from "../billing/clock";
import { type Ctx, find } from "../store/account";
import type { CheckoutSession } from "../store/wire-types";
import { checkoutForm, type Shown } from "./checkout-form";
import { html, message, type Page, page, redirect } from "./html";
import { challengeForm, readTyped } from "./pay-form";
import { declineText, wordsFor } from "./words/choose";
import type { Words } from "./words/pt";

export type Visit = {
  ctx: Ctx;
  accept: string;
  method: string;
  form: URLSearchParams;
  query: URLSearchParams;
};

/** `/c/pay/{session}`: the form, and what pressing its buttons does. `waitFor` holds the redirect until a webhook is answered. */
export const checkoutPage = async (
  visit: Visit,
  session: CheckoutSession,
  waitFor: (event: string) => Promise<void>,
): Promise<Page> => {
  const words = wordsFor(session.locale === "auto" ? null : session.locale, visit.accept);
  if (session.status === "complete") return finished(words, session);
  if (session.status !== "open") return message(words, 410, words.expired);
  const email = emailOf(visit, session);
  const show = (more: Partial<Shown> = {}): Page =>
    checkoutForm(visit.ctx, find(visit.ctx.account, "checkout_sessions", session.id), words, {
      email,
      typed: readTyped(visit.form),
      refused: "",
      wrong: "",
      ...more,
    });
  if (visit.method !== "POST") return show();
  const code = changeCode(visit, session);
  if (code !== null) return code ? show() : show({ wrong: "promotionCode", refused: words.codeInvalid });
  if (!/^[^\s@]+@[^\s@]+$/.test(email))
    return show({ wrong: "email", refused: declineText(words, { code: "invalid_email" }) });
  const outcome = press(visit, session, email);
  if (outcome === "no_tax_id") return show({ wrong: "taxId", refused: words.taxIdNeeded });
  if (outcome.kind === "challenge") return page(words, words.challenge, challengeForm(words));
  if (outcome.kind === "refused")
    return show({ wrong: "cardNumber", refused: declineText(words, outcome.decline) });
  await waitFor(outcome.completed);
  return redirect(nextAddress(outcome));
};

const nextAddress = ({ session, voucher }: Extract<Outcome, { kind: "completed" }>): string => {
  const next = successUrl(session);
  return voucher ? `${voucher}?next=${encodeURIComponent(next)}` : next;
};

/** The customer's own address, or the one that was typed. */
const emailOf = (visit: Visit, session: CheckoutSession): string => {
  const known = visit.ctx.account.tables.customers.get(session.customer ?? "")?.email;
  return known ?? session.customer_email ?? (visit.form.get("email") ?? "").trim();
};

/** Null: no button of the promotion code was pressed; else whether it came out well. */
const changeCode = (visit: Visit, session: CheckoutSession): boolean | null => {
  const action = visit.form.get("action");
  if (action === "remove") removeCode(visit.ctx, session);
  if (action === "apply") return applyCode(visit.ctx, session, visit.form.get("promotionCode") ?? "");
  return action === "remove" ? true : null;
};

const press = (visit: Visit, session: CheckoutSession, email: string): Outcome | "no_tax_id" => {
  const ctx = clockOf(visit.ctx, session.customer);
  const challenge = visit.form.get("challenge");
  if (challenge) return answerChallenge(ctx, session, challenge === "passed");
  const typed = readTyped(visit.form);
  const buyer: Buyer = { email, name: typed.name || null };
  if (isFree(session) && typed.number === "") return startWithoutCard(ctx, session, buyer);
  if (typed.by === "boleto") {
    const taxId = typed.taxId.replaceAll(/[^\dA-Za-z]/g, "");
    return taxId === "" ? "no_tax_id" : payByBoleto(ctx, session, { ...buyer, taxId });
  }
  return payCheckout(
    ctx,
    session,
    readCard((name) => (visit.form.get(name) ?? "").trim(), email),
  );
};

/** Whether nothing is asked for today, and no card either. */
export const isFree = (session: CheckoutSession): boolean =>
  session.amount_total === 0 && session.payment_method_collection === "if_required";

const successUrl = (session: CheckoutSession): string =>
  (session.success_url ?? "/").replaceAll("{CHECKOUT_SESSION_ID}", session.id);

const finished = (words: Words, session: CheckoutSession): Page =>
  page(
    words,
    words.finished,
    html`<section class="card"><h1>${words.finished}</h1><p><a class="button" href="${successUrl(session)}">${words.goOn}</a></p></section>`,
  );
