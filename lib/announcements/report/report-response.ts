import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { getReport } from "./get-report";
import { reportPdf } from "./report-pdf";
import { reportPicture } from "./report-picture";
import { reportWords } from "./report-words";

export const REPORT_FORMATS = ["pdf", "png"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The report as a file to save, in the asker's language. @throws Refusal as `getReport` does */
export async function reportResponse(
  ctx: TenantContext,
  id: string,
  format: ReportFormat,
): Promise<Response> {
  const words = reportWords(await getReport(ctx, id), ctx.locale);
  const body =
    format === "pdf"
      ? new Uint8Array(await reportPdf(words, ctx.locale))
      : await reportPicture(words).arrayBuffer();
  return new Response(body, {
    headers: {
      "content-type": format === "pdf" ? "application/pdf" : "image/png",
      "content-disposition": `attachment; filename="aldeia-${id}.${format}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
