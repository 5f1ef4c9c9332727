import { findTenantId } from "@/lib/accounts/queries/find-tenant-id";
import { readBytes } from "@/lib/platform/http/read-bytes";
import { answerHandshake, type Received, receiveWebhook } from "@/lib/whatsapp/commands/receive-webhook";

type Params = { params: Promise<{ tenant: string }> };

// Meta's bodies have up to 3 MB.
const MAX_BODY_BYTES = 3_000_000;
const STATUS: Record<Received, number> = { stored: 200, known: 200, not_ours: 200, bad_signature: 401 };

/** The handshake of a new webhook (`hub.challenge`). */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const tenantId = await findTenantId((await params).tenant);
  const challenge = tenantId && (await answerHandshake(tenantId, new URL(request.url).searchParams));
  const headers = { "content-type": "text/plain; charset=utf-8" };
  return challenge ? new Response(challenge, { headers }) : new Response(null, { status: 403 });
}

/** Takes WhatsApp's webhooks in: checked on the raw body, stored, answered; a job does the rest. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const raw = await readBytes(request, MAX_BODY_BYTES);
  if (!raw) return Response.json({ received: "too_large" }, { status: 413 });
  const tenantId = await findTenantId((await params).tenant);
  const signature = request.headers.get("x-hub-signature-256") ?? "";
  const received = tenantId
    ? await receiveWebhook(tenantId, raw, signature, new Date())
    : ("bad_signature" as const);
  return Response.json({ received }, { status: STATUS[received] });
}
