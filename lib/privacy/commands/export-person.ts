import "server-only";
import { renderTemplate } from "@/lib/announcements/format/merge-fields";
import { mergeValues } from "@/lib/announcements/rules";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { readFile } from "@/lib/platform/files/read-file";
import { streamText } from "@/lib/platform/http/stream-text";
import { authorize } from "@/lib/shared/decision";
import { givenOnly } from "@/lib/shared/given-only";
import { isId } from "@/lib/shared/ids";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { findTenant } from "@/lib/tenants/queries/find-tenant";
import { type ExportFormat, SECTIONS, type SectionName, type SectionRow } from "../export/sections";
import { nextRows, ROWS_AT_ONCE } from "../export/sections-sql";
import { htmlOf } from "../export/write-html";
import { jsonOf } from "../export/write-json";
import { canActFor } from "../policy";
import type { RequestKind } from "../types";
import { unsafeTellRequester } from "./tell-requester";

type Wanted = { memberId: string; format: ExportFormat; requestId?: string };

/**
 * Everything that is kept of a person and is theirs to take (P16), for machines or to read, made while it is sent: no copy
 * of it stays anywhere, so none has to expire. Notes of the team are not in it (P1), nor what is of others. Taking it is
 * audited before its first byte (R6); for a request it counts as taking that on, and the person is told once that their copy is ready.
 * @throws Refusal `not_found`, `not_allowed`
 */
export async function exportPerson(
  ctx: TenantContext,
  { memberId, format, requestId }: Wanted,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const who = { id: memberId };
  const columns = { name: true, photoFileId: true, locale: true } as const;
  const member = isId(memberId) ? await ctx.db.member.findFirst({ where: who, select: columns }) : null;
  const decision = canActFor(ctx.actor, memberId);
  if (!member) throw decision.ok || ctx.actor.kind === "member" ? notFound() : new Refusal("not_allowed");
  authorize(decision);
  await inTransaction(ctx, async (tx) => {
    if (requestId !== undefined) await noteExport(tx, { id: requestId, memberId });
    const details = givenOnly({ format, requestId });
    await recordAudit(tx, { action: "member.exported", subjectKind: "member", subjectId: memberId, details });
  });
  const { name: tenantName, timezone: zone } = await findTenant(ctx);
  const photo = member.photoFileId ? await readFile(ctx, member.photoFileId) : null;
  const head = {
    tenantName,
    memberId,
    exportedAt: ctx.now,
    zone,
    photo: photo && {
      contentType: photo.contentType,
      base64: Buffer.from(photo.bytes).toString("base64"),
    },
  };
  const sections = SECTIONS.map((name) => ({
    name,
    rows: rowsOf(ctx, name, { memberId, name: member.name }),
  }));
  return streamText(format === "json" ? jsonOf(head, sections) : htmlOf(head, sections, ctx.locale));
}

async function noteExport(tx: TenantContext, { id, memberId }: { id: string; memberId: string }) {
  const of = { id, memberId, closedAt: null };
  const handledBy = tx.actor.kind === "staff" ? tx.actor.staffId : null;
  const data = { exportedAt: tx.now, status: "in_progress", handledBy };
  const request = await tx.db.privacyRequest.findFirst({
    where: of,
    select: { kind: true, receivedAt: true },
  });
  const { count: first } = await tx.db.privacyRequest.updateMany({
    where: { ...of, exportedAt: null },
    data,
  });
  const { count } = await tx.db.privacyRequest.updateMany({ where: of, data });
  if (!request || count === 0) throw notFound();
  // Who takes their own copy knows; it is told once that the team has made it.
  if (first === 0 || tx.actor.kind === "member") return;
  const asked = { memberId, kind: request.kind as RequestKind, receivedAt: request.receivedAt };
  await unsafeTellRequester(tx, asked, { is: "exported" });
}

async function* rowsOf(
  ctx: TenantContext,
  section: SectionName,
  member: { memberId: string; name: string },
): AsyncGenerator<SectionRow[]> {
  let after = "";
  for (;;) {
    const slice = await nextRows(ctx.db, section, { memberId: member.memberId, after });
    yield slice.map(({ row }) => (section === "announcements" ? asGot(row, member.name) : row));
    const last = slice.at(-1);
    if (slice.length < ROWS_AT_ONCE || !last) return;
    after = last.key;
  }
}

/** An announcement as the person got it, with their own name in it. */
function asGot(row: SectionRow, name: string): SectionRow {
  return { ...row, body: renderTemplate(String(row.body ?? ""), mergeValues({ name, community: "" })).text };
}
