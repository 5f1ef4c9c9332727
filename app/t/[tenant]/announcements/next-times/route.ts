import { requireStaff } from "@/lib/accounts/load-context";
import { getNextTimes } from "@/lib/announcements/queries/get-next-times";
import { nextTimesQuery } from "@/lib/announcements/when-schema";
import { problemResponse } from "@/lib/platform/http/problem";
import { notFound } from "@/lib/shared/refusal";

type Params = { params: Promise<{ tenant: string }> };

/** The next times of the schedule in the composer, in words. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const ctx = await requireStaff((await params).tenant);
  try {
    const schedule = nextTimesQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!schedule.success) throw notFound();
    return Response.json(await getNextTimes(ctx, schedule.data), {
      headers: { "cache-control": "no-store" },
    });
  } catch (error) {
    return problemResponse(error, ctx.locale);
  }
}
