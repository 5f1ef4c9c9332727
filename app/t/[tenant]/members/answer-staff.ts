import { findPersonContext, type StaffContext } from "@/lib/accounts/load-context";
import { problemResponse } from "@/lib/platform/http/problem";
import { notFound } from "@/lib/shared/refusal";

type Params = { params: Promise<{ tenant: string }> };

/** A handler that answers staff with JSON made of the query of its address, kept nowhere; to everybody else there is nothing. */
export function answerStaff(run: (ctx: StaffContext, query: URLSearchParams) => Promise<object>) {
  return async (request: Request, { params }: Params): Promise<Response> => {
    const ctx = await findPersonContext((await params).tenant);
    try {
      if (!isStaff(ctx)) throw notFound();
      const answer = await run(ctx, new URL(request.url).searchParams);
      return Response.json(answer, { headers: { "cache-control": "private, no-store" } });
    } catch (error) {
      return problemResponse(error, ctx?.locale ?? "pt-BR");
    }
  };
}

function isStaff(ctx: Awaited<ReturnType<typeof findPersonContext>>): ctx is StaffContext {
  return ctx?.actor.kind === "staff";
}
