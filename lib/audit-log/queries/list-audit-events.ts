import "server-only";
import { z } from "zod";
import type { AuditActor } from "@/lib/audit/types";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { type EventPlace, type EventRow, selectEvents } from "../audit-log-sql";
import { canViewAudit } from "../policy";
import type { AuditFilter } from "../schema";
import type { AuditEvent } from "../types";
import { findNames, type Names, namesIn, subjectName } from "./find-names";

const place = z.tuple([z.iso.datetime(), z.string().refine(isId)]);

/**
 * The audit log, newest first, paged by key (R6). Names are looked up now: the log itself holds ids only (X29).
 * @throws Refusal `not_allowed`, `invalid_cursor`
 */
export async function listAuditEvents(
  ctx: TenantContext,
  filter: AuditFilter,
  page: { limit: number; cursor?: string | undefined },
): Promise<Page<AuditEvent>> {
  authorize(canViewAudit(ctx.actor));
  const after = page.cursor === undefined ? null : placeOf(page.cursor);
  const rows = await selectEvents(ctx.db, filter, { limit: page.limit + 1, after });
  const { data, nextCursor } = pageOf(rows, page.limit, (row) => [row.createdAt.toISOString(), row.id]);
  const names = await findNames(ctx, data);
  return { data: data.map((row) => eventOf(row, names)), nextCursor };
}

function placeOf(cursor: string): EventPlace {
  const [time = "", id = ""] = decodeCursor(cursor, place);
  return { createdAt: new Date(time), id: String(id) };
}

function eventOf(row: EventRow, names: Names): AuditEvent {
  return {
    id: row.id,
    at: row.createdAt,
    actor: {
      kind: row.actorKind as AuditActor,
      id: row.actorId,
      userId: row.actorUserId,
      role: row.actorLabel,
      name: names.get(row.actorUserId ?? "") ?? names.get(row.actorId ?? "") ?? "",
    },
    action: row.action,
    subject: { kind: row.subjectKind, id: row.subjectId, name: subjectName(row, names) },
    communityId: row.communityId,
    before: row.before,
    after: row.after,
    details: row.details,
    ip: row.ip,
    position: row.position,
    hash: row.hash,
    names: namesIn(row, names),
  };
}
