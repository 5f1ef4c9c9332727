import { requirePortal } from "@/lib/accounts/load-context";
import { listMessages } from "@/lib/conversations/queries/list-messages";
import { pageQuery } from "@/lib/platform/http/cursor";
import { orNotFound } from "../../../or-not-found";

/** A page of what was said before, for the conversation that is open. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ tenant: string; id: string }> },
): Promise<Response> {
  const { tenant, id: groupId } = await params;
  const ctx = await requirePortal(tenant);
  const query = pageQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return new Response(null, { status: 400 });
  return Response.json(await listMessages(ctx, { groupId, ...query.data }).catch(orNotFound));
}
