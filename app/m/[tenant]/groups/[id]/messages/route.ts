import { requirePortal } from "@/lib/accounts/load-context";
import { listMessages, listNewer } from "@/lib/conversations/queries/list-messages";
import { roomPageQuery } from "@/lib/conversations/schema";
import { orNotFound } from "../../../or-not-found";

/** A page of what was said before or after, for the conversation that is open. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ tenant: string; id: string }> },
): Promise<Response> {
  const { tenant, id: groupId } = await params;
  const ctx = await requirePortal(tenant);
  const query = roomPageQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return new Response(null, { status: 400 });
  const { direction, cursor, limit } = query.data;
  const page =
    direction === "newer" && cursor !== undefined
      ? listNewer(ctx, { groupId, limit, cursor })
      : listMessages(ctx, { groupId, limit, cursor });
  return Response.json(await page.catch(orNotFound));
}
