import { requireStaff } from "@/lib/accounts/load-context";
import { receiveMedia } from "@/lib/media/commands/receive-media";
import { problemResponse } from "@/lib/platform/http/problem";

type Params = { params: Promise<{ tenant: string }> };

/** Takes a picture, film or document from the browser: the bytes as they are, its name as `?name=`. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const ctx = await requireStaff((await params).tenant);
  try {
    const name = new URL(request.url).searchParams.get("name") ?? "";
    return Response.json(await receiveMedia(ctx, request.body, name), {
      status: 201,
      headers: { "cache-control": "no-store" },
    });
  } catch (error) {
    return problemResponse(error, ctx.locale);
  }
}
