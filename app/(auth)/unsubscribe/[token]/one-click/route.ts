import { refuseByLink } from "@/lib/consent/commands/refuse-by-link";
import { publicUrl } from "@/lib/platform/env";
import { Refusal } from "@/lib/shared/refusal";

type Params = { params: Promise<{ token: string }> };

/** What a mail program calls when its own button is pressed (RFC 8058): no page, no sign-in, no redirect. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const ip = request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() ?? null;
  try {
    await refuseByLink((await params).token, "one_click", { now: new Date(), ip });
    return new Response(null, { status: 204 });
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found") return new Response(null, { status: 404 });
    throw error;
  }
}

/** Opened by hand it leads to the page that asks. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  return Response.redirect(`${publicUrl()}/unsubscribe/${encodeURIComponent((await params).token)}`, 303);
}
