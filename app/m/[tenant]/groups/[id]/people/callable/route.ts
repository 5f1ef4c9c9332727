import { requirePortal } from "@/lib/accounts/load-context";
import { listCallable } from "@/lib/conversations/queries/list-callable";
import { pageOr404 } from "@/lib/platform/http/page-or-404";

/** Whom one may call, as one types a name. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ tenant: string; id: string }> },
): Promise<Response> {
  const { tenant, id: groupId } = await params;
  const ctx = await requirePortal(tenant);
  const q = (new URL(request.url).searchParams.get("q") ?? "").replaceAll("\0", "").slice(0, 100);
  return Response.json(await pageOr404(listCallable(ctx, { groupId, q })));
}
