import { requireStaff } from "@/lib/accounts/load-context";
import { receiveMedia } from "@/lib/media/commands/receive-media";
import { answerUpload } from "@/lib/platform/http/answer-upload";

type Params = { params: Promise<{ tenant: string }> };

/** Takes a picture, film or document from the browser: the bytes as they are, its name as `?name=`. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const ctx = await requireStaff((await params).tenant);
  return await answerUpload(request, ctx.locale, (body, name) => receiveMedia(ctx, body, name));
}
