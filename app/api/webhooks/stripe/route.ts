import { type Received, receiveStripeEvent } from "@/lib/billing/commands/receive-stripe-event";
import { readBytes } from "@/lib/platform/http/read-bytes";

const MAX_BODY_BYTES = 2_000_000;
const STATUS: Record<Received, number> = {
  stored: 200,
  known: 200,
  bad_signature: 400,
  other_mode: 400,
  // No secret yet: Stripe tries again later.
  not_ready: 503,
};

/** Takes Stripe's webhooks in: checked on the raw body, stored, answered; a job does the rest. */
export async function POST(request: Request): Promise<Response> {
  const body = await readBytes(request, MAX_BODY_BYTES);
  if (!body) return Response.json({ received: "too_large" }, { status: 413 });
  const received = await receiveStripeEvent(
    body.toString("utf8"),
    request.headers.get("stripe-signature") ?? "",
  );
  return Response.json({ received }, { status: STATUS[received] });
}
