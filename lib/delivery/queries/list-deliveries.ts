import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import type { DeliveryStatus } from "../rules";
import type { DeliveryRow } from "../types";
import { getOccurrence } from "./get-occurrence";

export type DeliveryFilter = {
  occurrenceId: string;
  status?: DeliveryStatus | undefined;
  limit: number;
  cursor?: string | undefined;
};

const cursorShape = z.tuple([z.uuid()]);

/** The deliveries of an occurrence by page. A delivery under a lease shows as queued. @throws Refusal `not_found`, `invalid_cursor`. */
export async function listDeliveries(ctx: TenantContext, filter: DeliveryFilter): Promise<Page<DeliveryRow>> {
  await getOccurrence(ctx, filter.occurrenceId);
  const after = filter.cursor ? String(decodeCursor(filter.cursor, cursorShape)[0]) : undefined;
  const rows = await ctx.db.delivery.findMany({
    where: {
      occurrenceId: filter.occurrenceId,
      ...(filter.status ? { status: { in: storedStatuses(filter.status) } } : {}),
      ...(after ? { memberId: { gt: after } } : {}),
    },
    select: {
      memberId: true,
      channel: true,
      status: true,
      reason: true,
      attempts: true,
      sentAt: true,
      deliveredAt: true,
      readAt: true,
    },
    orderBy: { memberId: "asc" },
    take: filter.limit + 1,
  });
  const shown = rows.map((row) => ({ ...row, status: shownStatus(row.status) }));
  return pageOf(shown, filter.limit, (row) => [row.memberId]);
}

function storedStatuses(status: DeliveryStatus): string[] {
  return status === "queued" ? ["queued", "sending"] : [status];
}

function shownStatus(stored: string): DeliveryStatus {
  return stored === "sending" ? "queued" : (stored as DeliveryStatus);
}
