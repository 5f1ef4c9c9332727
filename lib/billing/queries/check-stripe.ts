import "server-only";
import Stripe from "stripe";
import { publicUrl, stripeSettings } from "@/lib/platform/env";
import { WEBHOOK_PATH } from "../commands/register-webhook";
import { systemMissingPrices } from "../commands/sync-catalogue";
import { NEEDED_EVENTS } from "../event-rules";
import { stripe } from "../stripe-client";
import { readRegisteredEndpoint, readWebhookSecret } from "../webhook-secret";

export type StripeFinding = { part: string; ok: boolean; detail: string };

/** For the operator: whether the key is taken, the catalogue is there, and webhooks reach us. Changes nothing. */
export async function systemCheckStripe(): Promise<StripeFinding[]> {
  const key = await checkKey();
  return key.ok ? [key, await checkCatalogue(), await checkWebhook()] : [key];
}

async function checkKey(): Promise<StripeFinding> {
  const part = "stripe key";
  const { secretKey, localPort } = stripeSettings();
  const mode = /_live_/.test(secretKey) ? "real money" : "test mode";
  try {
    await stripe().prices.list({ limit: 1 });
    const detail =
      localPort === undefined ? `taken, ${mode}` : `none: the local stand-in on port ${localPort} answers`;
    return { part, ok: true, detail };
  } catch (error) {
    const refused =
      error instanceof Stripe.errors.StripeAuthenticationError ||
      error instanceof Stripe.errors.StripePermissionError;
    const detail = refused
      ? "refused: set STRIPE_SECRET_KEY to a key that may read prices"
      : `no answer: ${(error as Error).message}`;
    return { part, ok: false, detail };
  }
}

async function checkCatalogue(): Promise<StripeFinding> {
  const missing = await systemMissingPrices();
  const detail =
    missing.length === 0 ? "every price is there" : `missing: ${missing.join(", ")}; made at the next start`;
  return { part: "stripe catalogue", ok: missing.length === 0, detail };
}

async function checkWebhook(): Promise<StripeFinding> {
  const part = "stripe webhook";
  const complaint = (detail: string) => ({ part, ok: false, detail });
  if (!readWebhookSecret()) return complaint("STRIPE_WEBHOOK_SECRET is not set: every webhook is refused");
  const url = readRegisteredEndpoint()?.url ?? `${publicUrl()}${WEBHOOK_PATH}`;
  const endpoints = await stripe().webhookEndpoints.list({ limit: 100 });
  const ours = endpoints.data.find((endpoint) => endpoint.url === url);
  if (!ours) return complaint(`Stripe knows no endpoint ${url}`);
  if (ours.status !== "enabled") return complaint(`the endpoint ${url} is ${ours.status}`);
  const sent = ours.enabled_events as readonly string[];
  const lacking = sent.includes("*") ? [] : NEEDED_EVENTS.filter((type) => !sent.includes(type));
  if (lacking.length > 0) return complaint(`the endpoint is not sent ${lacking.join(", ")}`);
  return { part, ok: true, detail: url };
}
