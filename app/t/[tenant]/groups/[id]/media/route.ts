import { requireStaff } from "@/lib/accounts/load-context";
import { receiveForRoom } from "@/lib/conversations/commands/receive-for-room";
import { answerUpload } from "@/lib/platform/http/answer-upload";

type Params = { params: Promise<{ tenant: string; id: string }> };

/** Takes a picture, film or document of the team for a message: the bytes as they are, its name as `?name=`. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { tenant, id } = await params;
  const ctx = await requireStaff(tenant);
  return await answerUpload(request, ctx.locale, (body, name) => receiveForRoom(ctx, id, body, name));
}
