import { requireStaff } from "@/lib/accounts/load-context";
import { reachQuery } from "@/lib/announcements/compose-schema";
import { rehearseChoice } from "@/lib/announcements/queries/rehearse-announcement";
import { problemResponse } from "@/lib/platform/http/problem";
import { notFound } from "@/lib/shared/refusal";

type Params = { params: Promise<{ tenant: string }> };

/** Whom the audience in the composer reaches, live. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const ctx = await requireStaff((await params).tenant);
  try {
    const choice = reachQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!choice.success) throw notFound();
    return Response.json(await rehearseChoice(ctx, choice.data), {
      headers: { "cache-control": "no-store" },
    });
  } catch (error) {
    return problemResponse(error, ctx.locale);
  }
}
