import "server-only";
import type Stripe from "stripe";
import { log } from "@/lib/platform/log";
import { type StoredEvent, storeEvent } from "../billing-sql";
import { expectsLivemode, stripe } from "../stripe-client";
import { idOf } from "../stripe-fields";
import { readWebhookSecret } from "../webhook-secret";

export type Received = "stored" | "known" | "bad_signature" | "other_mode" | "not_ready";

/**
 * Takes a webhook of Stripe in: its signature over the raw body is checked, it is stored, and a job will handle it, all
 * before the answer (B4). A repeated event is known and does nothing. Of what it says only the ids are trusted.
 */
export async function receiveStripeEvent(rawBody: string, signature: string): Promise<Received> {
  const secret = readWebhookSecret();
  if (!secret) return "not_ready";
  const event = verified(rawBody, signature, secret);
  if (!event) return "bad_signature";
  if (event.livemode !== expectsLivemode()) {
    log.warn({ event: event.id }, "a Stripe event of the other mode was refused");
    return "other_mode";
  }
  return (await storeEvent(toldBy(event, rawBody))) ? "stored" : "known";
}

function verified(rawBody: string, signature: string, secret: string): Stripe.Event | null {
  try {
    return stripe().webhooks.constructEvent(rawBody, signature, secret);
  } catch {
    return null;
  }
}

function toldBy(event: Stripe.Event, body: string): StoredEvent {
  const object = event.data.object as {
    id?: string;
    object: string;
    customer?: string | { id: string } | null;
  };
  return {
    id: event.id,
    type: event.type,
    objectId: object.id ?? "",
    customerId: object.object === "customer" ? (object.id ?? null) : idOf(object.customer),
    livemode: event.livemode,
    body,
    createdAt: new Date(event.created * 1_000),
  };
}
