import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { canViewSending } from "../policy";
import type { OccurrenceStatus } from "../rules";
import type { Occurrence } from "../types";
import { listAdministeredCommunityIds } from "./list-administered";

const columns = {
  id: true,
  announcementId: true,
  blockId: true,
  dueAt: true,
  startedAt: true,
  finishedAt: true,
  retractedAt: true,
  evergreenUntil: true,
  late: true,
  status: true,
  communityIds: true,
  queued: true,
  sent: true,
  delivered: true,
  read: true,
  skipped: true,
  failed: true,
  unknown: true,
} as const;

/** One occurrence with its counts. @throws Refusal `not_found`, also for those who may not see it. */
export async function getOccurrence(ctx: TenantContext, id: string): Promise<Occurrence> {
  const row = isId(id) ? await ctx.db.occurrence.findFirst({ where: { id }, select: columns }) : null;
  if (!row) throw notFound();
  authorize(canViewSending(ctx.actor, row.communityIds, await listAdministeredCommunityIds(ctx)));
  return toOccurrence(row);
}

/** The occurrences of an announcement, newest first; the caller has authorised the reader for the announcement. */
export async function listOccurrencesOf(
  ctx: TenantContext,
  { announcementId, limit, cursor }: { announcementId: string; limit: number; cursor?: string | undefined },
): Promise<Page<Occurrence>> {
  const before = cursor ? String(decodeCursor(cursor, z.tuple([z.uuid()]))[0]) : undefined;
  const rows = await ctx.db.occurrence.findMany({
    where: { announcementId, ...(before ? { id: { lt: before } } : {}) },
    select: columns,
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  return pageOf(rows.map(toOccurrence), limit, ({ id }) => [id]);
}

type Row = { status: string } & Omit<Occurrence, "counts" | "status"> & Occurrence["counts"];

function toOccurrence({ queued, sent, delivered, read, skipped, failed, unknown, ...row }: Row): Occurrence {
  return {
    id: row.id,
    announcementId: row.announcementId,
    blockId: row.blockId,
    dueAt: row.dueAt,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    retractedAt: row.retractedAt,
    evergreenUntil: row.evergreenUntil,
    late: row.late,
    status: row.status as OccurrenceStatus,
    counts: { queued, sent, delivered, read, skipped, failed, unknown },
  };
}
