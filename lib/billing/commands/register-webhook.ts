import "server-only";
import { port, stripeSettings } from "@/lib/platform/env";
import { isMissing, stripe } from "../stripe-client";
import { keepRegisteredEndpoint, readRegisteredEndpoint } from "../webhook-secret";

/** Where Stripe sends what happened. */
export const WEBHOOK_PATH = "/api/webhooks/stripe";

/**
 * Registers our endpoint at the local stand-in, once: a later start finds it and only tells it a new port, so that
 * webhooks which wait there still arrive. With keys of Stripe the operator registers it and sets the secret.
 */
export async function systemRegisterWebhook(): Promise<void> {
  const { localPort, webhookSecret } = stripeSettings();
  if (localPort === undefined || webhookSecret) return;
  const url = `http://127.0.0.1:${port()}${WEBHOOK_PATH}`;
  const known = readRegisteredEndpoint();
  if (known && (await isStillThere(known.endpointId, url))) return keepRegisteredEndpoint({ ...known, url });
  const made = await stripe().webhookEndpoints.create({ url, enabled_events: ["*"] });
  if (made.secret) keepRegisteredEndpoint({ endpointId: made.id, url, secret: made.secret });
}

async function isStillThere(endpointId: string, url: string): Promise<boolean> {
  try {
    const endpoint = await stripe().webhookEndpoints.retrieve(endpointId);
    if (endpoint.url !== url) await stripe().webhookEndpoints.update(endpointId, { url });
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
