import { requireStaff } from "@/lib/accounts/load-context";
import { getLiveAnnouncement } from "@/lib/announcements/queries/get-live-announcement";
import { problemResponse } from "@/lib/platform/http/problem";

type Params = { params: Promise<{ tenant: string; id: string }> };

/** State and counts of one announcement: the first picture, and the fallback where the event stream is away. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { tenant, id } = await params;
  const ctx = await requireStaff(tenant);
  try {
    const live = await getLiveAnnouncement(ctx, id);
    return Response.json(live, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return problemResponse(error, ctx.locale);
  }
}
