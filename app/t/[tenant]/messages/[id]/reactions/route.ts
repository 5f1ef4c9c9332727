import { requireStaff } from "@/lib/accounts/load-context";
import { listReactions } from "@/lib/conversations/queries/list-reactions";
import { pageQuery } from "@/lib/platform/http/cursor";
import { pageOr404 } from "@/lib/platform/http/page-or-404";

/** Who reacted to a message, for the sheet that is open over it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ tenant: string; id: string }> },
): Promise<Response> {
  const { tenant, id } = await params;
  const ctx = await requireStaff(tenant);
  const query = pageQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return new Response(null, { status: 400 });
  return Response.json(await pageOr404(listReactions(ctx, { id, ...query.data })));
}
