import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Stripe from "stripe";
import { afterAll, beforeAll } from "vitest";
import { systemHandleStripeEvents } from "@/lib/billing/commands/handle-stripe-events";
import { receiveStripeEvent } from "@/lib/billing/commands/receive-stripe-event";
import { systemSyncCatalogue } from "@/lib/billing/commands/sync-catalogue";
import { stripe } from "@/lib/billing/stripe-client";
import { platformClient } from "@/lib/platform/db/clients";
import type { StandIn } from "@/tools/stripe-local/server";
import type { Fault } from "@/tools/stripe-local/wire/faults";
import { asOwner } from "../../support/as-owner";
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
  /** The payloads of a tenant's queued jobs of one kind. */
  jobsOf: (tenantId: string, name: string) => Promise<Record<string, unknown>[]>;
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
    world.jobsOf = jobsOf;
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

/** Has the stand-in misbehave; without faults it is good again. */
export async function askForFaults({ standIn }: StripeWorld, ...faults: Partial<Fault>[]): Promise<void> {
  await fetch(`http://127.0.0.1:${standIn.port}/_stand-in/faults`, {
    method: "POST",
    body: JSON.stringify(faults),
  });
}

/** Waits for the event that ends a checkout, then gives every collected webhook to the product. Answers their ids. */
export async function deliver({ received }: StripeWorld): Promise<string[]> {
  await until(() => received.some((one) => one.body.includes("checkout.session.completed")));
  const ids: string[] = [];
  for (const one of received) ids.push(await receive(one));
  return ids;
}

/** The same one by one in another order, each handled before the next is received. */
export async function deliverOneByOne(
  world: StripeWorld,
  order: (all: readonly Received[]) => readonly Received[],
): Promise<string[]> {
  await until(() => world.received.some((one) => one.body.includes("checkout.session.completed")));
  const ids: string[] = [];
  for (const one of order(world.received)) {
    ids.push(await receive(one));
    await handleAll(ids.slice(-1));
  }
  return ids;
}

async function receive({ body, signature }: Received): Promise<string> {
  await receiveStripeEvent(body, signature);
  return (JSON.parse(body) as Stripe.Event).id;
}

/** Does what the worker does with stored events: all that wait of their customers. */
export async function handleAll(eventIds: readonly string[]): Promise<void> {
  const customers = await platformClient().stripeEvent.findMany({
    where: { id: { in: [...eventIds] } },
    select: { customerId: true },
    distinct: ["customerId"],
  });
  for (const { customerId } of customers) await systemHandleStripeEvents({ customerId });
}

async function jobsOf(tenantId: string, name: string): Promise<Record<string, unknown>[]> {
  const rows = await asOwner<{ payload: Record<string, unknown> }>(
    process.env.DATABASE_URL ?? "",
    `SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE t.identifier = $1 AND j.payload->>'tenantId' = $2 ORDER BY j.id`,
    [name, tenantId],
  );
  return rows.map(({ payload }) => payload);
}
