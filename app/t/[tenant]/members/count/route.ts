import { findPersonContext } from "@/lib/accounts/load-context";
import { listQueryOf } from "@/lib/members/list-rules";
import { problemResponse } from "@/lib/platform/http/problem";
import { countFilteredMembers } from "@/lib/segments/queries/list-filtered-members";
import { notFound } from "@/lib/shared/refusal";

/** How many people the filters of the list find now. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ tenant: string }> },
): Promise<Response> {
  const ctx = await findPersonContext((await params).tenant);
  try {
    if (ctx?.actor.kind !== "staff") throw notFound();
    const query = listQueryOf(Object.fromEntries(new URL(request.url).searchParams));
    return Response.json(
      { count: await countFilteredMembers(ctx, query) },
      { headers: { "cache-control": "private, no-store" } },
    );
  } catch (error) {
    return problemResponse(error, ctx?.locale ?? "pt-BR");
  }
}
