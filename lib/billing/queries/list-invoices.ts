import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { Refusal } from "@/lib/shared/refusal";
import { canViewBilling } from "../policy";
import type { Invoice, InvoiceStatus } from "../types";

const fields = {
  id: true,
  number: true,
  plan: true,
  amountMinor: true,
  currency: true,
  status: true,
  finalizedAt: true,
  createdAt: true,
} as const;
const cursorShape = z.tuple([z.int(), z.string()]);

/**
 * The invoices, newest first, from our own store: the page works while Stripe is down (B3).
 * @throws Refusal `not_allowed` (B7), `invalid_cursor`
 */
export async function listInvoices(
  ctx: TenantContext,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<Invoice>> {
  authorize(canViewBilling(ctx.actor));
  const rows = await ctx.db.invoice.findMany({
    where: cursor === undefined ? {} : after(cursor),
    select: fields,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => [row.createdAt.getTime(), row.id]);
  return {
    nextCursor: page.nextCursor,
    data: page.data.map(({ amountMinor, currency, finalizedAt, createdAt: _, ...row }) => ({
      ...row,
      status: row.status as InvoiceStatus,
      amount: { amountMinor: Number(amountMinor), currency },
      issuedAt: finalizedAt,
    })),
  };
}

function after(cursor: string) {
  const [time, id] = decodeCursor(cursor, cursorShape);
  const createdAt = new Date(time ?? 0);
  if (typeof id !== "string" || !isId(id) || Number.isNaN(createdAt.getTime()))
    throw new Refusal("invalid_cursor");
  return { createdAt: { lte: createdAt }, OR: [{ createdAt: { lt: createdAt } }, { id: { lt: id } }] };
}
