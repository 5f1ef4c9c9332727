import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCheckout } from "@/lib/billing/commands/start-checkout";
import { systemSyncTenantBilling } from "@/lib/billing/commands/sync-tenant-billing";
import { stripe } from "@/lib/billing/stripe-client";
import { askForFaults, deliver, stripeForTests } from "../integration/billing/stripe-world";
import { submitCheckout } from "../integration/stripe-local/stand-in";
import { aTenant, type Neighbour } from "../support/world";

// B4: a process killed between storing a webhook and having handled it. The stand-in answers late, so that every kill
// meets a handling under way: first while the objects are asked for, then once more.
const world = stripeForTests();
let owner: pg.Client;
let tenant: Neighbour;
let ids: string[];
const workers: ChildProcess[] = [];

beforeAll(async () => {
  owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  tenant = await aTenant("free");
  const { url } = await startCheckout(tenant.as("finance"), { plan: "growth", interval: "month" });
  await submitCheckout(url, "4242 4242 4242 4242");
  ids = await deliver(world);
}, 60_000);

afterAll(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  await owner.end();
});

test("what was stored is handled by the next worker: one subscription, one invoice, paid once", async () => {
  await askForFaults(world, { match: "GET /v1/", status: 200, delayMs: 30_000, times: 100 });
  for (let kill = 0; kill < 2; kill += 1) {
    const worker = startWorker();
    await until(isHandling);
    worker.kill("SIGKILL");
    await once(worker, "exit");
    expect(
      await count("SELECT 1 FROM stripe_events WHERE id = ANY($1) AND handled_at IS NOT NULL", [ids]),
    ).toBe(0);
    // The second one as if before its first heartbeat.
    if (kill === 1) await owner.query("DELETE FROM worker_heartbeats");
    await aMinuteLater();
  }
  await askForFaults(world);
  const last = startWorker();
  await until(async () => (await count("SELECT 1 FROM stripe_events WHERE handled_at IS NULL", [])) === 0);
  last.kill("SIGTERM");
  await once(last, "exit");

  const { db } = tenant.as("owner");
  const { stripeCustomerId: customer } = await db.tenant.findFirstOrThrow({
    select: { stripeCustomerId: true },
  });
  const [theirs] = (await stripe().invoices.list({ customer: customer ?? "" })).data;
  expect(await db.invoice.findMany({ select: { stripeInvoiceId: true, status: true } })).toEqual([
    { stripeInvoiceId: theirs?.id, status: "paid" },
  ]);
  expect(await db.subscription.findMany({ select: { status: true } })).toEqual([{ status: "active" }]);
  expect(await systemSyncTenantBilling(tenant.as("owner"))).toEqual({ subscriptions: 0, invoices: 0 });
}, 120_000);

function startWorker(): ChildProcess {
  const worker = spawn(
    process.execPath,
    ["--import", "./bin/server-only.mjs", "--import", "tsx", "worker/main.ts"],
    {
      env: { ...process.env, LOG_LEVEL: "error" },
      stdio: "ignore",
    },
  );
  workers.push(worker);
  return worker;
}

/** A worker has taken the job of the customer. */
async function isHandling(): Promise<boolean> {
  const locked = await count(
    `SELECT 1 FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE t.identifier = 'billing.handle_stripe_events' AND j.payload->>'customerId' IS NOT NULL AND j.locked_at IS NOT NULL`,
    [],
  );
  return locked > 0;
}

/** The time passes in which a worker without a heartbeat counts as dead. */
async function aMinuteLater(): Promise<void> {
  await owner.query("UPDATE worker_heartbeats SET seen_at = seen_at - interval '61 seconds'");
  await owner.query("UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '61 seconds'");
}

async function count(sql: string, values: unknown[]): Promise<number> {
  return (await owner.query(sql, values)).rowCount ?? 0;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("what was waited for did not come within a minute");
    await sleep(20);
  }
}
