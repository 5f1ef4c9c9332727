import { findPersonContext } from "@/lib/accounts/load-context";
import { issuesOf } from "@/lib/platform/errors/zod-issues";
import { problemResponse } from "@/lib/platform/http/problem";
import { filterText } from "@/lib/segments/form-schema";
import { countFilter } from "@/lib/segments/queries/count-segment";
import { invalidInput, notFound } from "@/lib/shared/refusal";

/** How many people the filter that is being built finds now. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ tenant: string }> },
): Promise<Response> {
  const ctx = await findPersonContext((await params).tenant);
  try {
    if (ctx?.actor.kind !== "staff") throw notFound();
    const filter = filterText.safeParse(new URL(request.url).searchParams.get("filter") ?? "{}");
    if (!filter.success) throw invalidInput(...issuesOf(filter.error));
    return Response.json(
      { count: await countFilter(ctx, filter.data) },
      { headers: { "cache-control": "private, no-store" } },
    );
  } catch (error) {
    return problemResponse(error, ctx?.locale ?? "pt-BR");
  }
}
