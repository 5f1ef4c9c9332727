import { requireMember } from "@/lib/accounts/load-context";
import { receiveForRoom } from "@/lib/conversations/commands/receive-for-room";
import { problemResponse } from "@/lib/platform/http/problem";

type Params = { params: Promise<{ tenant: string; id: string }> };

/** Takes a picture, film or document for a message from the browser: the bytes as they are, its name as `?name=`. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { tenant, id } = await params;
  const ctx = await requireMember(tenant);
  try {
    const name = new URL(request.url).searchParams.get("name") ?? "";
    return Response.json(await receiveForRoom(ctx, id, request.body, name), {
      status: 201,
      headers: { "cache-control": "no-store" },
    });
  } catch (error) {
    return problemResponse(error, ctx.locale);
  }
}
