import { requireStaff } from "@/lib/accounts/load-context";
import { getLatestBreakdown } from "@/lib/announcements/queries/get-latest-breakdown";
import { problemResponse } from "@/lib/platform/http/problem";

type Params = { params: Promise<{ tenant: string; id: string }> };

/** The latest sending of one announcement by channel and by room. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { tenant, id } = await params;
  const ctx = await requireStaff(tenant);
  try {
    return Response.json(await getLatestBreakdown(ctx, id), { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return problemResponse(error, ctx.locale);
  }
}
