import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Stripe from "stripe";
import { afterAll, beforeAll } from "vitest";
import { systemHandleStripeEvent } from "@/lib/billing/commands/handle-stripe-event";
import { receiveStripeEvent } from "@/lib/billing/commands/receive-stripe-event";
import { systemSyncCatalogue } from "@/lib/billing/commands/sync-catalogue";
import { stripe } from "@/lib/billing/stripe-client";
import type { StandIn } from "@/tools/stripe-local/server";
import {
  newDataDir,
  type Received,
  removeDir,
  startEndpoint,
  startForTest,
  until,
} from "../stripe-local/stand-in";

export type StripeWorld = {
  standIn: StandIn;
  /** What the stand-in has sent so far, as signed bodies. */
  received: Received[];
};

/** A stand-in for this file, the product's client pointed at it, the catalogue there, and an endpoint that only collects. */
export function stripeForTests(): StripeWorld {
  const world = {} as StripeWorld;
  const folder = newDataDir();
  let endpoint: Awaited<ReturnType<typeof startEndpoint>>;
  beforeAll(async () => {
    process.env.ALDEIA_DATA_DIR = mkdtempSync(join(tmpdir(), "aldeia-billing-"));
    world.standIn = await startForTest(folder);
    process.env.STRIPE_LOCAL_PORT = String(world.standIn.port);
    endpoint = await startEndpoint();
    world.received = endpoint.received;
    await systemSyncCatalogue();
    const made = await stripe().webhookEndpoints.create({ url: endpoint.url, enabled_events: ["*"] });
    process.env.STRIPE_WEBHOOK_SECRET = made.secret ?? "";
  });
  afterAll(async () => {
    await endpoint.close();
    await world.standIn.close();
    await removeDir(folder);
  });
  return world;
}

/** Waits for the event that ends a checkout, then gives every collected webhook to the product, in the order asked for. */
export async function deliver(
  { received }: StripeWorld,
  order: (all: readonly Received[]) => readonly Received[] = (all) => all,
): Promise<string[]> {
  await until(() => received.some((one) => one.body.includes("checkout.session.completed")));
  const ids: string[] = [];
  for (const { body, signature } of order(received)) {
    await receiveStripeEvent(body, signature);
    ids.push((JSON.parse(body) as Stripe.Event).id);
  }
  return ids;
}

/** Does what the worker does with stored events. */
export async function handleAll(eventIds: readonly string[]): Promise<void> {
  for (const eventId of eventIds) await systemHandleStripeEvent({ eventId });
}
