import "server-only";
import { type Db, platformClient } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import { newId } from "@/lib/shared/ids";
import type { ToldEvent } from "./event-rules";
import { stripeEventsJob } from "./job-names";
import type { HeldDiscount } from "./types";

export type InvoiceFields = {
  stripeInvoiceId: string;
  number: string | null;
  plan: string;
  amountMinor: number;
  amountPaidMinor: number;
  discountMinor: number;
  creditedMinor: number;
  dueMinor: number;
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
  trialEnd: Date | null;
  pastDueSince: Date | null;
  scheduleId: string | null;
  pendingPlan: string | null;
  pendingInterval: string | null;
  pendingAt: Date | null;
  discount: HeldDiscount | null;
};

export type StoredEvent = {
  id: string;
  type: string;
  objectId: string;
  customerId: string | null;
  livemode: boolean;
  body: string;
  createdAt: Date;
};

/** Stripe tells of one act by several events at once: what comes within this time is handled together. */
const GATHERS_FOR = "500 milliseconds";

/**
 * Stores an event, then sees to it that its customer's are handled. Answers whether it was new (B4). A process killed
 * between the two has not answered Stripe, which sends the event again: known by then, and still to be handled.
 */
export async function storeEvent(event: StoredEvent): Promise<boolean> {
  const { id, type, objectId, customerId, livemode, body, createdAt } = event;
  const stored = await platformClient().$executeRaw`
    INSERT INTO stripe_events (id, type, object_id, customer_id, livemode, payload, stripe_created_at)
    VALUES (${id}, ${type}, ${objectId}, ${customerId}, ${livemode}, ${body}::jsonb, ${createdAt}::timestamptz)
    ON CONFLICT (id) DO NOTHING`;
  await queueCustomers(Prisma.sql`id = ${id}`);
  return stored > 0;
}

/** Queues one job for each customer of whom such events wait to be handled. @returns how many customers */
export function queueCustomers(which: Prisma.Sql): Promise<number> {
  return platformClient().$executeRaw`
    SELECT gather_job(${stripeEventsJob.name}, jsonb_build_object('customerId', customer_id),
      now() + ${GATHERS_FOR}::interval, 'stripe:' || coalesce(customer_id, ''))
    FROM (SELECT DISTINCT customer_id FROM stripe_events WHERE handled_at IS NULL AND ${which}) waiting`;
}

/**
 * The oldest events of a customer that are not handled yet, the tenant that the customer is (null for a stranger), and the
 * instant they were read at: what is asked of Stripe because of them is asked later.
 */
export async function waitingEvents(
  customerId: string | null,
  limit: number,
): Promise<{ tenantId: string | null; events: ToldEvent[]; askedAt: Date }> {
  const rows = await platformClient().$queryRaw<(ToldEvent & { tenantId: string | null; askedAt: Date })[]>`
    SELECT id, type, object_id AS "objectId", clock_timestamp()::timestamptz(3) AS "askedAt",
      (SELECT tenant_id_by_stripe_customer(${customerId})) AS "tenantId",
      coalesce(object #>> '{invoice,id}', object ->> 'invoice') AS invoice,
      coalesce(object #>> '{subscription,id}', object ->> 'subscription') AS subscription,
      (object ->> 'attempt_count')::int AS attempt
    FROM stripe_events, LATERAL (SELECT payload #> '{data,object}' AS object) told
    WHERE customer_id IS NOT DISTINCT FROM ${customerId} AND handled_at IS NULL
    ORDER BY received_at LIMIT ${limit}`;
  const [first] = rows;
  return { tenantId: first?.tenantId ?? null, events: rows, askedAt: first?.askedAt ?? new Date() };
}

/** Marks events as handled. */
export async function settleEvents(db: Db, ids: readonly string[], error: string | null): Promise<void> {
  await db.$executeRaw`
    UPDATE stripe_events SET handled_at = now(), error = ${error} WHERE id = ANY(${ids as string[]})`;
}

type ProfileFields = {
  legalName: string;
  taxIdKind: string | null;
  taxId: string | null;
  invoiceEmail: string | null;
  updatedAt: Date;
};

/** Two who save at once: the later one stands. */
export async function keepProfile(db: Db, fields: ProfileFields): Promise<void> {
  await db.$executeRaw`
    INSERT INTO billing_profiles (legal_name, tax_id_kind, tax_id, invoice_email, updated_at)
    VALUES (${fields.legalName}, ${fields.taxIdKind}, ${fields.taxId}, ${fields.invoiceEmail}, ${fields.updatedAt}::timestamptz)
    ON CONFLICT (tenant_id) DO UPDATE SET legal_name = excluded.legal_name, tax_id_kind = excluded.tax_id_kind,
      tax_id = excluded.tax_id, invoice_email = excluded.invoice_email, updated_at = excluded.updated_at`;
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
    INSERT INTO invoices AS kept (id, stripe_invoice_id, number, plan, amount_minor, amount_paid_minor, discount_minor,
      credited_minor, due_minor, currency, status, finalized_at, created_at, updated_at)
    VALUES (${newId()}::uuid, ${i.stripeInvoiceId}, ${i.number}, ${i.plan}, ${i.amountMinor}::bigint,
      ${i.amountPaidMinor}::bigint, ${i.discountMinor}::bigint, ${i.creditedMinor}::bigint, ${i.dueMinor}::bigint,
      ${i.currency}, ${i.status}, ${i.finalizedAt}::timestamptz, ${i.createdAt}::timestamptz, ${askedAt}::timestamptz)
    ON CONFLICT (tenant_id, stripe_invoice_id) DO UPDATE SET
      number = excluded.number, amount_minor = excluded.amount_minor, amount_paid_minor = excluded.amount_paid_minor,
      discount_minor = excluded.discount_minor, credited_minor = excluded.credited_minor, due_minor = excluded.due_minor,
      status = excluded.status, finalized_at = excluded.finalized_at, updated_at = excluded.updated_at,
      plan = CASE WHEN kept.status = 'draft' THEN excluded.plan ELSE kept.plan END
    WHERE kept.updated_at <= excluded.updated_at
    RETURNING id, status IS DISTINCT FROM (SELECT status FROM before) AS "statusChanged",
      (number, amount_minor, amount_paid_minor, credited_minor, due_minor, status) IS DISTINCT FROM
        (SELECT (number, amount_minor, amount_paid_minor, credited_minor, due_minor, status) FROM before) AS changed`;
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
      current_period_end, cancel_at, trial_end, past_due_since, schedule_id, pending_plan, pending_interval, pending_at,
      discount, created_at, updated_at)
    VALUES (${s.stripeSubscriptionId}, ${s.plan}, ${s.interval}, ${s.status}, ${s.amountMinor}::bigint, ${s.currency},
      ${s.currentPeriodEnd}::timestamptz, ${s.cancelAt}::timestamptz, ${s.trialEnd}::timestamptz,
      ${s.pastDueSince}::timestamptz, ${s.scheduleId}, ${s.pendingPlan}, ${s.pendingInterval}, ${s.pendingAt}::timestamptz,
      ${s.discount && JSON.stringify(s.discount)}::jsonb, ${s.createdAt}::timestamptz, ${askedAt}::timestamptz)
    ON CONFLICT (tenant_id, stripe_subscription_id) DO UPDATE SET
      plan = excluded.plan, interval = excluded.interval, status = excluded.status, amount_minor = excluded.amount_minor,
      currency = excluded.currency, current_period_end = excluded.current_period_end, cancel_at = excluded.cancel_at,
      trial_end = excluded.trial_end, schedule_id = excluded.schedule_id, pending_plan = excluded.pending_plan,
      pending_interval = excluded.pending_interval, pending_at = excluded.pending_at, discount = excluded.discount,
      -- The first overdue payment counts, not a later one.
      past_due_since = CASE WHEN excluded.past_due_since IS NULL THEN NULL
        ELSE LEAST(kept.past_due_since, excluded.past_due_since) END,
      updated_at = excluded.updated_at
    WHERE kept.updated_at <= excluded.updated_at
    RETURNING (plan, interval, status, current_period_end, cancel_at, pending_plan, past_due_since) IS DISTINCT FROM
      (SELECT (plan, interval, status, current_period_end, cancel_at, pending_plan, past_due_since) FROM before) AS changed`;
  return rows[0]?.changed ?? false;
}
