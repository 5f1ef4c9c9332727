import { requireStaff } from "@/lib/accounts/load-context";
import { listChanges } from "@/lib/conversations/queries/list-changes";
import { changesQuery } from "@/lib/conversations/schema";
import { pageOr404 } from "@/lib/platform/http/page-or-404";

/** What changed since a revision, for readers whose event stream is away. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ tenant: string; id: string }> },
): Promise<Response> {
  const { tenant, id: groupId } = await params;
  const ctx = await requireStaff(tenant);
  const query = changesQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return new Response(null, { status: 400 });
  return Response.json(await pageOr404(listChanges(ctx, { groupId, ...query.data })));
}
