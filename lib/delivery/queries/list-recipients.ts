import "server-only";
import { z } from "zod";
import { viewMembers } from "@/lib/members/queries/list-members";
import { isSeenSql } from "@/lib/members/queries/who-is-seen";
import type { TenantContext } from "@/lib/platform/context";
import { Prisma } from "@/lib/platform/db/generated/client";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import type { ReasonCount, Recipient } from "../recipient-types";
import { countReasons, pageOfRecipients } from "../recipients-page-sql";
import type { DeliveryStatus } from "../rules";
import { getOccurrence } from "./get-occurrence";

type RecipientFilter = {
  occurrenceId: string;
  status?: DeliveryStatus | undefined;
  reason?: string | undefined;
  limit: number;
  cursor?: string | undefined;
};

/**
 * The people of a sending by page, of one state or one reason, those of whom the reader may know, by the name that they may
 * see (P). One under a lease shows as queued.
 * @throws Refusal `not_found`, `invalid_cursor`
 */
export async function listRecipients(ctx: TenantContext, filter: RecipientFilter): Promise<Page<Recipient>> {
  const { occurrenceId, status, reason, limit, cursor } = filter;
  await getOccurrence(ctx, occurrenceId);
  const after = cursor ? String(decodeCursor(cursor, z.tuple([z.uuid()]))[0]) : null;
  const rows = await pageOfRecipients(ctx.db, {
    occurrenceId,
    statuses: status ? [status, ...(status === "queued" ? ["sending"] : [])] : null,
    reason: reason ?? null,
    after,
    limit: limit + 1,
    isSeen: isSeenSql(ctx, Prisma.sql`d.member_id`),
  });
  const { data, nextCursor } = pageOf(rows, limit, ({ memberId }) => [memberId]);
  const people = await viewMembers(
    ctx,
    data.map(({ memberId }) => memberId),
  );
  const shown = data.map((row) => ({
    ...row,
    name: people.get(row.memberId)?.name ?? "",
    status: (row.status === "sending" ? "queued" : row.status) as DeliveryStatus,
  }));
  return { data: shown, nextCursor };
}

/** Why a sending did not reach some, the most frequent reason first. @throws Refusal `not_found` */
export async function listReasons(ctx: TenantContext, occurrenceId: string): Promise<ReasonCount[]> {
  await getOccurrence(ctx, occurrenceId);
  return await countReasons(ctx.db, occurrenceId);
}
