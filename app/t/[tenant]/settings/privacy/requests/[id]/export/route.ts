import { requireStaff } from "@/lib/accounts/load-context";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { exportPerson } from "@/lib/privacy/commands/export-person";
import { exportResponse } from "@/lib/privacy/export/response";
import { canManagePrivacy } from "@/lib/privacy/policy";
import { getRequest } from "@/lib/privacy/queries/list-requests";

type Params = { params: Promise<{ tenant: string; id: string }> };

/** The data of whoever asked, for this request of theirs. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { tenant, id } = await params;
  const ctx = await requireStaff(tenant);
  if (!canManagePrivacy(ctx.actor).ok) return new Response(null, { status: 404 });
  const { memberId } = await pageOr404(getRequest(ctx, id));
  const format = new URL(request.url).searchParams.get("format") === "json" ? "json" : "html";
  const file = await pageOr404(exportPerson(ctx, { memberId, format, requestId: id }));
  return exportResponse(file, { format, name: tenant, now: ctx.now });
}
