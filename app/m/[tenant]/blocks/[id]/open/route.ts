import { requirePortal } from "@/lib/accounts/load-context";
import { pressButton } from "@/lib/blocks/commands/press-button";
import { problemResponse } from "@/lib/platform/http/problem";

/** Counts the press of a button and leads on to its address. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ tenant: string; id: string }> },
): Promise<Response> {
  const { tenant, id } = await params;
  const ctx = await requirePortal(tenant);
  try {
    return Response.redirect(await pressButton(ctx, id), 303);
  } catch (error) {
    return problemResponse(error, ctx.locale);
  }
}
