import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type Stripe from "stripe";
import { receiveStripeEvent } from "@/lib/billing/commands/receive-stripe-event";
import { systemFindPrice, systemSyncCatalogue } from "@/lib/billing/commands/sync-catalogue";
import { stripe } from "@/lib/billing/stripe-client";
import { freePort } from "@/lib/platform/db/embedded";
import { createPool, type Pool } from "@/lib/platform/db/pool";
import type { Ratio } from "@/scripts/bench";
import { withBenchDatabase } from "../support/bench-database";
import { aTenant } from "../support/world";

const EVENTS = 5_000;
const SUBSCRIBERS = 400;
const AT_ONCE = 16;
const NEEDED_PER_SECOND = 500;
const SECRET = "whsec_bench";

/**
 * A storm of webhooks: 5,000 signed events of 400 checkouts are received, stored and handled by the worker, each object
 * fetched from the stand-in, until local state stands. Against the rate that is promised, and against the bare insert of
 * the same rows, one by one over as many connections.
 */
export async function measure(): Promise<Ratio[]> {
  const folder = mkdtempSync(join(tmpdir(), "aldeia-bench-stripe-"));
  const standIn = await aStandIn(folder);
  process.env.STRIPE_WEBHOOK_SECRET = SECRET;
  process.env.NEXTAUTH_SECRET = "a secret of the benches";
  process.env.ALDEIA_DATA_DIR = folder;
  try {
    return await withBenchDatabase(async (ownerUrl) => await storm(ownerUrl));
  } finally {
    standIn.kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  }
}

async function storm(ownerUrl: string): Promise<Ratio[]> {
  await systemSyncCatalogue();
  await eachOf(Array.from({ length: SUBSCRIBERS }), aSubscriber);
  const events = await manyEvents();
  const owner = createPool(ownerUrl, AT_ONCE);
  try {
    const bareMs = await timed(() => eachOf(events, (event) => bareInsert(owner, event)));
    await owner.query("TRUNCATE stripe_events");
    const signed = events.map(sign);
    const worker = aProcess("worker/main.ts");
    await untilUp(owner);
    const oursMs = await timed(async () => {
      await eachOf(signed, ({ body, signature }) => receiveStripeEvent(body, signature));
      while (await areWaiting(owner)) await sleep(20);
    });
    worker.kill("SIGTERM");
    await once(worker, "exit");
    await expectWhole(owner);
    const perSecond = Math.round(EVENTS / (oursMs / 1_000));
    const detail = `${perSecond}/s: ${Math.round(oursMs)} ms, bare insert ${Math.round(bareMs)} ms`;
    return [
      { name: "5,000 webhooks drained, of 500/s", ratio: NEEDED_PER_SECOND / perSecond, bound: 1, detail },
      { name: "5,000 webhooks drained against a bare insert", ratio: oursMs / bareMs, bound: null, detail },
    ];
  } finally {
    await owner.end();
  }
}

async function aStandIn(folder: string): Promise<ChildProcess> {
  const port = await freePort();
  process.env.STRIPE_LOCAL_PORT = String(port);
  process.env.STRIPE_LOCAL_DATA_DIR = folder;
  const child = aProcess("tools/stripe-local/main.ts");
  while (!(await fetch(`http://127.0.0.1:${port}/`).catch(() => null))) await sleep(50);
  return child;
}

/** A part of the product in a process of its own, as in production. */
function aProcess(script: string): ChildProcess {
  const loaders = ["--import", "./bin/server-only.mjs", "--import", "tsx"];
  const env = { ...process.env, LOG_LEVEL: "error" };
  return spawn(process.execPath, [...loaders, script], { env, stdio: ["ignore", "ignore", "inherit"] });
}

async function untilUp(owner: Pool): Promise<void> {
  while ((await owner.query("SELECT 1 FROM worker_heartbeats")).rowCount === 0) await sleep(50);
}

/** A tenant that pays: its customer at the stand-in with a card and a subscription. */
async function aSubscriber(): Promise<void> {
  const { tenantId, as } = await aTenant("free");
  const customer = await stripe().customers.create({
    metadata: { tenantId },
    payment_method: "pm_card_visa",
    invoice_settings: { default_payment_method: "pm_card_visa" },
  });
  await as("owner").db.tenant.updateMany({ data: { stripeCustomerId: customer.id } });
  const price = await systemFindPrice("growth", "BRL", "month");
  await stripe().subscriptions.create({ customer: customer.id, items: [{ price }] });
}

/** The events of all of them, and again under other ids until there are enough: Stripe repeats itself. */
async function manyEvents(): Promise<Stripe.Event[]> {
  const told: Stripe.Event[] = [];
  for await (const event of stripe().events.list({ limit: 100 })) told.push(event);
  const about = told.filter(({ type }) =>
    /^(customer\.subscription|invoice|charge|payment_intent)/.test(type),
  );
  return Array.from({ length: EVENTS }, (_, n) => {
    const event = about[n % about.length];
    if (!event) throw new Error("the stand-in told nothing");
    return { ...event, id: `evt_bench_${n}` };
  });
}

function sign(event: Stripe.Event): { body: string; signature: string } {
  const body = JSON.stringify(event);
  return { body, signature: stripe().webhooks.generateTestHeaderString({ payload: body, secret: SECRET }) };
}

async function bareInsert(owner: Pool, event: Stripe.Event): Promise<void> {
  await owner.query(
    `INSERT INTO stripe_events (id, type, object_id, livemode, payload, stripe_created_at) VALUES ($1, $2, $3, false, $4, now())`,
    [event.id, event.type, "", JSON.stringify(event)],
  );
}

async function areWaiting(owner: Pool): Promise<boolean> {
  const { rowCount } = await owner.query("SELECT 1 FROM stripe_events WHERE handled_at IS NULL LIMIT 1");
  return rowCount !== 0;
}

async function expectWhole(owner: Pool): Promise<void> {
  const { rows } = await owner.query<{ subscriptions: number; invoices: number; events: number }>(
    `SELECT (SELECT count(*)::int FROM subscriptions WHERE status = 'active') AS subscriptions,
       (SELECT count(*)::int FROM invoices WHERE status = 'paid') AS invoices,
       (SELECT count(*)::int FROM stripe_events) AS events`,
  );
  const [row] = rows;
  if (row?.subscriptions !== SUBSCRIBERS || row.invoices !== SUBSCRIBERS || row.events !== EVENTS)
    throw new Error(`the storm left ${JSON.stringify(row)}`);
}

async function eachOf<T>(items: readonly T[], run: (item: T) => Promise<unknown>): Promise<void> {
  const entries = items.entries();
  const one = async () => {
    for (const [, item] of entries) await run(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}
