import "server-only";
import { z } from "zod";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { getWatchedAnnouncement } from "./queries/get-watched-announcement";
import { type ReportFormat, reportResponse } from "./report/report-response";

function reportRoute(format: ReportFormat, type: string, summary: string) {
  return defineRoute({
    method: "GET",
    path: `/announcements/{id}/report/${format}`,
    scope: "announcements:read",
    summary,
    params: z.object({ id: z.uuid() }),
    response: null,
    raw: { status: 200, type },
    exists: async (ctx, { id }) => void (await getWatchedAnnouncement(ctx, id)),
    run: (ctx, { params: { id } }) => reportResponse(ctx, id, format),
  });
}

export const reportPdfRoute = reportRoute(
  "pdf",
  "application/pdf",
  'How the latest sending went, as a PDF to hand on; small counts read "<5"',
);
export const reportPngRoute = reportRoute(
  "png",
  "image/png",
  'How the latest sending went, as a picture of 1200 × 630; small counts read "<5"',
);
