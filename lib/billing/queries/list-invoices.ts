import "server-only";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { Refusal } from "@/lib/shared/refusal";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";
import { canViewBilling } from "../policy";
import type { Invoice, InvoiceStatus } from "../types";

const fields = {
  id: true,
  number: true,
  plan: true,
  amountMinor: true,
  discountMinor: true,
  dueMinor: true,
  creditedMinor: true,
  refundedMinor: true,
  currency: true,
  status: true,
  finalizedAt: true,
  createdAt: true,
} as const;
const cursorShape = z.tuple([z.int(), z.string()]);

export type InvoiceFilter = { year?: number | undefined; status?: InvoiceStatus | undefined };
export type InvoicePage = { limit: number; cursor?: string | undefined; oldestFirst?: boolean | undefined };

/**
 * The invoices, newest first, from our own store: the page works while Stripe is down (B3). A year is one of the tenant's
 * zone.
 * @throws Refusal `not_allowed` (B7), `invalid_cursor`
 */
export async function listInvoices(
  ctx: TenantContext,
  { limit, cursor, oldestFirst = false }: InvoicePage,
  filter: InvoiceFilter = {},
): Promise<Page<Invoice>> {
  authorize(canViewBilling(ctx.actor));
  const order = oldestFirst ? ("asc" as const) : ("desc" as const);
  const rows = await ctx.db.invoice.findMany({
    where: {
      AND: [cursor === undefined ? {} : beyond(cursor, oldestFirst), await whereOf(ctx, filter)],
    },
    select: fields,
    orderBy: [{ createdAt: order }, { id: order }],
    take: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => [row.createdAt.getTime(), row.id]);
  return { nextCursor: page.nextCursor, data: page.data.map(viewOf) };
}

const ROWS_AT_ONCE = 500;

/** All invoices of a filter, newest first, a page at a time: for files. @throws Refusal `not_allowed` (B7) */
export async function* eachInvoicePage(ctx: TenantContext, filter: InvoiceFilter): AsyncGenerator<Invoice[]> {
  let cursor: string | undefined;
  do {
    const page = await listInvoices(ctx, { limit: ROWS_AT_ONCE, cursor }, filter);
    yield page.data;
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

/** The years of the tenant's zone in which invoices were made, newest first. The caller has authorised. */
export async function listInvoiceYears(ctx: Pick<TenantContext, "db">): Promise<number[]> {
  const rows = await ctx.db.$queryRaw<{ year: number }[]>`
    WITH span AS (SELECT min(created_at) AS first, max(created_at) AS last FROM invoices),
      zone AS (SELECT timezone AS name FROM tenants)
    SELECT generate_series(extract(year FROM last AT TIME ZONE zone.name)::int,
      extract(year FROM first AT TIME ZONE zone.name)::int, -1) AS year FROM span, zone`;
  return rows.map(({ year }) => year);
}

type Row = { [Name in keyof typeof fields]: unknown } & {
  id: string;
  number: string | null;
  plan: string;
  currency: string;
  finalizedAt: Date | null;
};

function viewOf(row: Row): Invoice {
  const money = (minor: unknown) => ({ amountMinor: Number(minor), currency: row.currency });
  return {
    id: row.id,
    number: row.number,
    plan: row.plan,
    amount: money(row.amountMinor),
    discount: money(row.discountMinor),
    due: money(row.dueMinor),
    credited: money(row.creditedMinor),
    refunded: money(row.refundedMinor),
    status: row.status as InvoiceStatus,
    issuedAt: row.finalizedAt,
  };
}

async function whereOf(ctx: TenantContext, { year, status }: InvoiceFilter) {
  const byStatus = status ? { status } : {};
  if (year === undefined) return byStatus;
  const zone = await findTimezone(ctx);
  return { ...byStatus, createdAt: { gte: startOfYear(year, zone), lt: startOfYear(year + 1, zone) } };
}

function startOfYear(year: number, timeZone: string): Date {
  return new Date(Temporal.ZonedDateTime.from({ timeZone, year, month: 1, day: 1 }).epochMilliseconds);
}

function beyond(cursor: string, oldestFirst: boolean) {
  const [time, id] = decodeCursor(cursor, cursorShape);
  const createdAt = new Date(time ?? 0);
  if (typeof id !== "string" || !isId(id) || Number.isNaN(createdAt.getTime()))
    throw new Refusal("invalid_cursor");
  return oldestFirst
    ? { createdAt: { gte: createdAt }, OR: [{ createdAt: { gt: createdAt } }, { id: { gt: id } }] }
    : { createdAt: { lte: createdAt }, OR: [{ createdAt: { lt: createdAt } }, { id: { lt: id } }] };
}
