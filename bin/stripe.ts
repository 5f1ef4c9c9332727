import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { systemRegisterWebhook } from "@/lib/billing/commands/register-webhook";
import { systemSyncCatalogue } from "@/lib/billing/commands/sync-catalogue";
import { dataDir, role, stripeSettings } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { type Supervised, supervise } from "./children";
import { anyFreePort, isFree } from "./free-port";

const READY_WITHIN_MS = 15_000;
const PROBE_EVERY_MS = 50;
const PROBE_WITHIN_MS = 1_000;

/**
 * Brings billing up: without keys the local stand-in on its port, or on a free one when something else has that, and our
 * endpoint there; then the catalogue, at the stand-in or at Stripe. Stripe being down does not hold the product up.
 */
export async function startBilling(): Promise<Supervised | null> {
  const { localPort } = stripeSettings();
  const standIn = localPort === undefined ? null : await startStandIn(localPort);
  try {
    await systemSyncCatalogue();
    if (role() !== "worker") await systemRegisterWebhook();
  } catch (error) {
    log.warn({ err: (error as Error).message }, "the catalogue could not be brought to Stripe");
  }
  return standIn;
}

/** Points this process at the stand-in that runs for its data folder; false when none does. */
export async function lookForStandIn(): Promise<boolean> {
  const running = await findRunning(stripeSettings().localPort ?? 0);
  if (running) process.env.STRIPE_LOCAL_PORT = String(running);
  return running !== null;
}

async function startStandIn(wanted: number): Promise<Supervised | null> {
  const running = await findRunning(wanted);
  const port = running ?? ((await isFree(wanted)) ? wanted : await anyFreePort());
  // Everything that this process starts, and its own Stripe client, look here.
  process.env.STRIPE_LOCAL_PORT = String(port);
  if (running) return null;
  mkdirSync(dataDir(), { recursive: true });
  writeFileSync(portFile(), String(port));
  const standIn = supervise("stripe stand-in", "tools/stripe-local/main.ts", [], {
    STRIPE_LOCAL_DATA_DIR: join(dataDir(), "stripe"),
    STRIPE_LOCAL_PORT: String(port),
  });
  await untilItAnswers(port);
  return standIn;
}

/** The stand-in of this data folder, or the one that the environment names, when it runs already: two would spoil its journal. */
async function findRunning(wanted: number): Promise<number | null> {
  const noted = existsSync(portFile()) ? Number(readFileSync(portFile(), "utf8")) : 0;
  const named = process.env.STRIPE_LOCAL_PORT ? wanted : 0;
  for (const port of [noted, named]) if (port && (await isStandIn(port))) return port;
  return null;
}

async function isStandIn(port: number): Promise<boolean> {
  // Whatever else has the port may never answer.
  const signal = AbortSignal.timeout(PROBE_WITHIN_MS);
  const answer = await fetch(`http://127.0.0.1:${port}/v1/customers`, { signal }).catch(() => null);
  const body = (await answer?.json().catch(() => null)) as { error?: { type?: string } } | null;
  return answer?.status === 401 && body?.error?.type === "invalid_request_error";
}

const portFile = (): string => join(dataDir(), "stripe-port");

async function untilItAnswers(port: number): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    if (await fetch(`http://127.0.0.1:${port}/`).catch(() => null)) return;
    await sleep(PROBE_EVERY_MS);
  }
  log.warn({ port }, "the Stripe stand-in does not answer yet");
}
