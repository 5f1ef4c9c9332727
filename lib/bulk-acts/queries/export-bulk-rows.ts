import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { CSV_MARK, csvLines } from "@/lib/platform/csv";
import { streamText } from "@/lib/platform/http/stream-text";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { isBulkCode } from "../rules";
import { getBulkAct } from "./find-bulk-act";
import { listBulkRows } from "./list-bulk-rows";

const ROWS_AT_ONCE = 1_000;

/** What came of each row as a file for a spreadsheet, however long it is. @throws Refusal `not_allowed`, `not_found` */
export async function exportBulkRows(
  ctx: TenantContext,
  actId: string,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  await getBulkAct(ctx, actId);
  return streamText(partsOf(ctx, actId));
}

async function* partsOf(ctx: TenantContext, actId: string): AsyncGenerator<string> {
  const t = translatorFor(ctx.locale);
  const header = [
    t("bulkActs.person"),
    t("bulkActs.place"),
    t("bulkActs.result"),
    t("bulkActs.why"),
    "member_id",
  ];
  yield CSV_MARK + csvLines([header]);
  let cursor: string | undefined;
  do {
    const page = await listBulkRows(ctx, actId, { limit: ROWS_AT_ONCE, cursor });
    yield csvLines(
      page.data.map(({ memberName, placeName, outcome, code, memberId }) => [
        memberName ?? t("bulkActs.someoneGone"),
        placeName ?? "",
        t(`bulkActs.outcomes.${outcome}`),
        code !== null && isBulkCode(code) ? t(`bulkActs.codes.${code}`) : (code ?? ""),
        memberId,
      ]),
    );
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}
