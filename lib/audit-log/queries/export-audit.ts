import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { sealAudit } from "@/lib/audit/commands/seal-audit";
import type { AuditValues } from "@/lib/audit/types";
import type { TenantContext } from "@/lib/platform/context";
import { CSV_MARK, csvLines } from "@/lib/platform/csv";
import { streamText } from "@/lib/platform/http/stream-text";
import { authorize } from "@/lib/shared/decision";
import { givenOnly } from "@/lib/shared/given-only";
import { coveredTexts } from "../audit-log-sql";
import { canViewAudit } from "../policy";
import type { AuditFilter } from "../schema";
import type { AuditEvent } from "../types";
import { listAuditEvents } from "./list-audit-events";

export type AuditFormat = "csv" | "json";

const ROWS_AT_ONCE = 1_000;

/**
 * The audit log as a file that is written while it is read, newest first, however long it is. The export is an act that
 * is audited itself (R6), before its first byte; its own event is in it where the filter lets it.
 * @throws Refusal `not_allowed`
 */
export async function exportAudit(
  ctx: TenantContext,
  filter: AuditFilter,
  format: AuditFormat,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  authorize(canViewAudit(ctx.actor));
  const details: AuditValues = givenOnly({ format, ...filter });
  await recordAudit(ctx, { action: "audit.exported", subjectKind: "audit", details });
  await sealAudit(ctx.db);
  const parts = format === "csv" ? csvParts(ctx, filter) : jsonParts(ctx, filter);
  return streamText(parts);
}

async function* pages(ctx: TenantContext, filter: AuditFilter): AsyncGenerator<AuditEvent[]> {
  let cursor: string | undefined;
  do {
    const page = await listAuditEvents(ctx, filter, { limit: ROWS_AT_ONCE, cursor });
    yield page.data;
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

const COLUMNS =
  "position at actor_kind actor_id actor_name role action subject_kind subject_id subject_name community_id before after details ip hash";

async function* csvParts(ctx: TenantContext, filter: AuditFilter): AsyncGenerator<string> {
  yield CSV_MARK + csvLines([COLUMNS.split(" ")]);
  for await (const events of pages(ctx, filter)) yield csvLines(events.map(csvRow));
}

function csvRow(event: AuditEvent): (string | number)[] {
  const { actor, subject } = event;
  return [
    event.position ?? "",
    event.at.toISOString(),
    actor.kind,
    actor.id ?? "",
    actor.name,
    actor.role,
    event.action,
    subject.kind,
    subject.id ?? "",
    subject.name,
    event.communityId ?? "",
    textOf(event.before),
    textOf(event.after),
    textOf(event.details),
    event.ip ?? "",
    event.hash ?? "",
  ];
}

function textOf(values: AuditValues | null): string {
  return values && Object.keys(values).length > 0 ? JSON.stringify(values) : "";
}

/** Each event with `covered`, the text that its hash covers, so that anybody can recompute the chain offline. */
async function* jsonParts(ctx: TenantContext, filter: AuditFilter): AsyncGenerator<string> {
  yield "[";
  let comma = "";
  for await (const events of pages(ctx, filter)) {
    const covered = await coveredTexts(
      ctx.db,
      events.map(({ id }) => id),
    );
    for (const event of events) {
      yield `${comma}\n${JSON.stringify({ ...event, covered: covered.get(event.id) })}`;
      comma = ",";
    }
  }
  yield "\n]\n";
}
