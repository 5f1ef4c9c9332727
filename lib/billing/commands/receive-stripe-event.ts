import "server-only";
import type Stripe from "stripe";
import { platformClient } from "@/lib/platform/db/clients";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { log } from "@/lib/platform/log";
import { stripeEventJob } from "../job-names";
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
  return (await store(event)) ? "stored" : "known";
}

function verified(rawBody: string, signature: string, secret: string): Stripe.Event | null {
  try {
    return stripe().webhooks.constructEvent(rawBody, signature, secret);
  } catch {
    return null;
  }
}

async function store(event: Stripe.Event): Promise<boolean> {
  const object = event.data.object as {
    id?: string;
    object: string;
    customer?: string | { id: string } | null;
  };
  const row = {
    id: event.id,
    type: event.type,
    objectId: object.id ?? "",
    customerId: object.object === "customer" ? (object.id ?? null) : idOf(object.customer),
    livemode: event.livemode,
    payload: JSON.parse(JSON.stringify(event)),
    stripeCreatedAt: new Date(event.created * 1_000),
  };
  return platformClient().$transaction(async (db) => {
    const { count } = await db.stripeEvent.createMany({ data: [row], skipDuplicates: true });
    if (count === 1) await enqueue(db, stripeEventJob, { eventId: event.id });
    return count === 1;
  });
}
