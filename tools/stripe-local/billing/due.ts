import { type Account, type Ctx, change, newest } from "../store/account";
import { emit } from "../store/events";
import type { CheckoutSession, Invoice, PaymentIntent, Subscription } from "../store/wire-types";
import { cancelSubscription } from "./cancel";
import { failWaiting } from "./complete";
import { advanceInvoice, renewSubscription } from "./renew";
import { TRIAL_WARNING_SECONDS, warnOfTrialEnd } from "./subscribe";
import { voucherEnd } from "./waiting";

type Due = { at: number; run: (ctx: Ctx) => void };

const INCOMPLETE_SECONDS = 23 * 3600;
const STEP_LIMIT = 20_000;

/** Does everything that falls due until an instant, in the order of time, for the customers of one clock (`null`: of none). */
export const runDue = (account: Account, clock: string | null, until: number): void => {
  for (let step = 0; step < STEP_LIMIT; step += 1) {
    const next = earliest(dueActions(account, clock));
    if (!next || next.at > until) return;
    next.run({ account, now: next.at });
  }
};

const earliest = (all: Due[]): Due | undefined =>
  all.reduce<Due | undefined>((first, one) => (first && first.at <= one.at ? first : one), undefined);

const dueActions = (account: Account, clock: string | null): Due[] => [
  ...[...account.tables.subscriptions.values()]
    .filter((one) => one.test_clock === clock)
    .flatMap((one) => subscriptionDue(account, one)),
  ...[...account.tables.invoices.values()].filter((one) => one.test_clock === clock).flatMap(invoiceDue),
  ...[...account.tables.payment_intents.values()].flatMap((one) => voucherDue(account, one, clock)),
  ...(clock === null ? [...account.tables.checkout_sessions.values()].flatMap(sessionDue) : []),
];

const subscriptionDue = (account: Account, one: Subscription): Due[] => {
  if (one.ended_at !== null || one.status === "paused") return [];
  if (one.status === "incomplete")
    return waitsForVoucher(account, one)
      ? []
      : [{ at: one.created + INCOMPLETE_SECONDS, run: (ctx) => void cancelSubscription(ctx, one, null) }];
  const periodEnd = one.items.data[0]?.current_period_end ?? Number.POSITIVE_INFINITY;
  const due: Due[] = [];
  if (one.cancel_at !== null)
    due.push({ at: one.cancel_at, run: (ctx) => void cancelSubscription(ctx, one, null) });
  if (one.status === "trialing" && one.trial_end !== null && !account.tables.secrets.has(one.id))
    due.push({ at: one.trial_end - TRIAL_WARNING_SECONDS, run: (ctx) => warnOfTrialEnd(ctx, one) });
  due.push({ at: periodEnd, run: (ctx) => renewSubscription(ctx, one) });
  return due;
};

/** Whether a first invoice was to be paid by boleto: the subscription then lives as long as the boleto. */
const waitsForVoucher = (account: Account, one: Subscription): boolean => {
  const [payment] = newest(account, "invoice_payments", (each) => each.invoice === one.latest_invoice);
  const intent = account.tables.payment_intents.get(payment?.payment.payment_intent ?? "");
  return intent !== undefined && voucherEnd(intent) !== null;
};

const voucherDue = (account: Account, one: PaymentIntent, clock: string | null): Due[] => {
  const end = voucherEnd(one);
  const ownClock = account.tables.customers.get(one.customer ?? "")?.test_clock ?? null;
  return end === null || ownClock !== clock ? [] : [{ at: end, run: (ctx) => failWaiting(ctx, one) }];
};

const invoiceDue = (one: Invoice): Due[] => {
  if (one.auto_advance !== true) return [];
  const at = one.status === "draft" ? one.automatically_finalizes_at : one.next_payment_attempt;
  return at === null || (one.status !== "draft" && one.status !== "open")
    ? []
    : [{ at, run: (ctx) => void advanceInvoice(ctx, one) }];
};

const sessionDue = (one: CheckoutSession): Due[] =>
  one.status === "open" ? [{ at: one.expires_at, run: (ctx) => void expireSession(ctx, one) }] : [];

/** Closes an open checkout page. */
export const expireSession = (ctx: Ctx, session: CheckoutSession): CheckoutSession => {
  const expired = change(ctx.account, "checkout_sessions", session.id, { status: "expired", url: null });
  emit(ctx, "checkout.session.expired", expired);
  return expired;
};
