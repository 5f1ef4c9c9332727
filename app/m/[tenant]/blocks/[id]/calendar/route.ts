import { requirePortal } from "@/lib/accounts/load-context";
import { eventFile } from "@/lib/blocks/queries/event-file";
import { problemResponse } from "@/lib/platform/http/problem";

/** An event as a file for one's own calendar (RFC 5545). */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ tenant: string; id: string }> },
): Promise<Response> {
  const { tenant, id } = await params;
  const ctx = await requirePortal(tenant);
  try {
    const headers = {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'attachment; filename="evento.ics"',
      "cache-control": "no-store",
    };
    return new Response(await eventFile(ctx, id), { headers });
  } catch (error) {
    return problemResponse(error, ctx.locale);
  }
}
