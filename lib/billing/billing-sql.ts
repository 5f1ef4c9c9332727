import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { newId } from "@/lib/shared/ids";

export type InvoiceFields = {
  stripeInvoiceId: string;
  number: string | null;
  plan: string;
  amountMinor: number;
  amountPaidMinor: number;
  currency: string;
  status: string;
  finalizedAt: Date | null;
  createdAt: Date;
};
export type SubscriptionFields = {
  stripeSubscriptionId: string;
  plan: string;
  interval: string;
  status: string;
  amountMinor: number;
  currency: string;
  currentPeriodEnd: Date | null;
  cancelAt: Date | null;
  createdAt: Date;
};

/** The database's clock: one for all processes, so that answers of Stripe can be ordered by when they were asked for. */
export async function databaseNow(db: Db): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp()::timestamptz(3) AS now`;
  return row?.now ?? new Date();
}

/**
 * Keeps an invoice as Stripe told it at `askedAt`; an answer older than the kept one changes nothing (any order of
 * events, B4). The plan's name stays as it was issued. Answers with the row's id and whether it differs now.
 */
export async function keepInvoice(
  db: Db,
  invoice: InvoiceFields,
  askedAt: Date,
): Promise<{ id: string; statusChanged: boolean; changed: boolean } | null> {
  const i = invoice;
  const [row] = await db.$queryRaw<{ id: string; statusChanged: boolean; changed: boolean }[]>`
    WITH before AS (SELECT * FROM invoices WHERE stripe_invoice_id = ${i.stripeInvoiceId})
    INSERT INTO invoices AS kept (id, stripe_invoice_id, number, plan, amount_minor, amount_paid_minor, currency, status,
      finalized_at, created_at, updated_at)
    VALUES (${newId()}::uuid, ${i.stripeInvoiceId}, ${i.number}, ${i.plan}, ${i.amountMinor}::bigint,
      ${i.amountPaidMinor}::bigint, ${i.currency}, ${i.status}, ${i.finalizedAt}::timestamptz, ${i.createdAt}::timestamptz,
      ${askedAt}::timestamptz)
    ON CONFLICT (tenant_id, stripe_invoice_id) DO UPDATE SET
      number = excluded.number, amount_minor = excluded.amount_minor, amount_paid_minor = excluded.amount_paid_minor,
      status = excluded.status, finalized_at = excluded.finalized_at, updated_at = excluded.updated_at,
      plan = CASE WHEN kept.status = 'draft' THEN excluded.plan ELSE kept.plan END
    WHERE kept.updated_at <= excluded.updated_at
    RETURNING id, status IS DISTINCT FROM (SELECT status FROM before) AS "statusChanged",
      (number, amount_minor, amount_paid_minor, status) IS DISTINCT FROM
        (SELECT (number, amount_minor, amount_paid_minor, status) FROM before) AS changed`;
  return row ?? null;
}

/** Keeps a subscription as Stripe told it at `askedAt`, in the same way. */
export async function keepSubscription(
  db: Db,
  subscription: SubscriptionFields,
  askedAt: Date,
): Promise<boolean> {
  const s = subscription;
  const rows = await db.$queryRaw<{ changed: boolean }[]>`
    WITH before AS (SELECT * FROM subscriptions WHERE stripe_subscription_id = ${s.stripeSubscriptionId})
    INSERT INTO subscriptions AS kept (stripe_subscription_id, plan, interval, status, amount_minor, currency,
      current_period_end, cancel_at, created_at, updated_at)
    VALUES (${s.stripeSubscriptionId}, ${s.plan}, ${s.interval}, ${s.status}, ${s.amountMinor}::bigint, ${s.currency},
      ${s.currentPeriodEnd}::timestamptz, ${s.cancelAt}::timestamptz, ${s.createdAt}::timestamptz, ${askedAt}::timestamptz)
    ON CONFLICT (tenant_id, stripe_subscription_id) DO UPDATE SET
      plan = excluded.plan, interval = excluded.interval, status = excluded.status, amount_minor = excluded.amount_minor,
      currency = excluded.currency, current_period_end = excluded.current_period_end, cancel_at = excluded.cancel_at,
      updated_at = excluded.updated_at
    WHERE kept.updated_at <= excluded.updated_at
    RETURNING (plan, interval, status, current_period_end, cancel_at) IS DISTINCT FROM
      (SELECT (plan, interval, status, current_period_end, cancel_at) FROM before) AS changed`;
  return rows[0]?.changed ?? false;
}
