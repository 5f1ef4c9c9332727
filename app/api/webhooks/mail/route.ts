import { systemTakeBounce, type Taken } from "@/lib/delivery/commands/take-bounce";
import { readBytes } from "@/lib/platform/http/read-bytes";

const MAX_BODY_BYTES = 1_000_000;
const STATUS: Record<Taken, number> = { taken: 200, not_ours: 200, bad_signature: 400, not_ready: 503 };

/** Takes mails in that servers sent back: the raw message, signed as the environment's secret says. */
export async function POST(request: Request): Promise<Response> {
  const raw = await readBytes(request, MAX_BODY_BYTES);
  if (!raw) return Response.json({ received: "too_large" }, { status: 413 });
  const received = await systemTakeBounce(raw, request.headers.get("x-aldeia-signature") ?? "", new Date());
  return Response.json({ received }, { status: STATUS[received] });
}
