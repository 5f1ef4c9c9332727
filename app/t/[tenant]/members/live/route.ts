import { findPersonContext } from "@/lib/accounts/load-context";
import { lineOf } from "@/lib/members/line-rules";
import { listQueryOf } from "@/lib/members/list-rules";
import { problemResponse } from "@/lib/platform/http/problem";
import { listFilteredMembers } from "@/lib/segments/queries/list-filtered-members";
import { notFound } from "@/lib/shared/refusal";

const PAGE_SIZE = 50;

/** One page of the list for the search as one types: the query of the page itself. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ tenant: string }> },
): Promise<Response> {
  const ctx = await findPersonContext((await params).tenant);
  try {
    if (ctx?.actor.kind !== "staff") throw notFound();
    const raw = Object.fromEntries(new URL(request.url).searchParams);
    const page = { limit: PAGE_SIZE, cursor: raw.cursor, sort: "name" as const };
    const { data, nextCursor } = await listFilteredMembers(ctx, listQueryOf(raw), page);
    return Response.json(
      { lines: data.map(lineOf), nextCursor },
      { headers: { "cache-control": "private, no-store" } },
    );
  } catch (error) {
    return problemResponse(error, ctx?.locale ?? "pt-BR");
  }
}
