import { requireStaff } from "@/lib/accounts/load-context";
import { REPORT_FORMATS, reportResponse } from "@/lib/announcements/report/report-response";
import { problemResponse } from "@/lib/platform/http/problem";
import { notFound } from "@/lib/shared/refusal";

type Params = { params: Promise<{ tenant: string; id: string; format: string }> };

/** How the latest sending of one announcement went, as a file to hand on. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { tenant, id, format: wanted } = await params;
  const ctx = await requireStaff(tenant);
  try {
    const format = REPORT_FORMATS.find((known) => known === wanted);
    if (!format) throw notFound();
    return await reportResponse(ctx, id, format);
  } catch (error) {
    return problemResponse(error, ctx.locale);
  }
}
