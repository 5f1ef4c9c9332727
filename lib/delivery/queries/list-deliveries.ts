import "server-only";
import { z } from "zod";
import { isSeenSql } from "@/lib/members/queries/who-is-seen";
import type { TenantContext } from "@/lib/platform/context";
import { Prisma } from "@/lib/platform/db/generated/client";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { pageOfDeliveries } from "../deliveries-sql";
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

/** The deliveries of an occurrence by page, of people whom the reader may know of. One under a lease shows as queued. @throws Refusal `not_found`, `invalid_cursor`. */
export async function listDeliveries(ctx: TenantContext, filter: DeliveryFilter): Promise<Page<DeliveryRow>> {
  await getOccurrence(ctx, filter.occurrenceId);
  const after = filter.cursor ? String(decodeCursor(filter.cursor, cursorShape)[0]) : undefined;
  const rows = await pageOfDeliveries(ctx.db, {
    occurrenceId: filter.occurrenceId,
    statuses: filter.status ? storedStatuses(filter.status) : null,
    after: after ?? null,
    limit: filter.limit + 1,
    isSeen: isSeenSql(ctx, Prisma.sql`d.member_id`),
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
