import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { migrate } from "@/lib/platform/db/migrate";
import { closeAppPool } from "@/lib/platform/db/pool";
import { port, publicUrl, role } from "@/lib/platform/env";
import { buildIfNeeded } from "../build";
import { type Supervised, supervise } from "../children";
import { type RunningDatabase, startDatabase } from "../database";
import { stopTogether } from "../stop-together";
import { startBilling } from "../stripe";
import { startWhatsapp } from "../whatsapp";
import { seedOnFirstRun } from "./seed";

const READY_WITHIN_MS = 120_000;

/** `aldeia start`: database, migrations, build, demo village, pages and worker; stops all of it on Ctrl-C. */
export async function run(): Promise<undefined> {
  const serves = role() !== "worker";
  if (serves) await assertPortIsFree();
  const running = stopTogether();
  const database: RunningDatabase = await startDatabase();
  running.push(database);
  await migrate();
  if (serves) await buildIfNeeded(() => say("building the pages"));
  const standIn = await startBilling();
  if (standIn) running.push(standIn);
  const whatsapp = await startWhatsapp();
  if (whatsapp) running.push(whatsapp);
  await seedOnFirstRun(say);
  await closeAppPool();
  running.push(...startProcesses());
  if (serves) await untilReady();
  announce(serves);
}

function startProcesses(): Supervised[] {
  const started: Supervised[] = [];
  if (role() !== "web") started.push(supervise("worker", "worker/main.ts"));
  if (role() !== "worker")
    started.push(supervise("web", "server/main.ts", [], { NEXTAUTH_URL: publicUrl() }));
  return started;
}

/** @throws Error naming the way out when another program has the port. */
function assertPortIsFree(): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", () => reject(new Error(`port ${port()} is taken: stop what uses it, or set PORT`)));
    probe.listen(port(), () => probe.close(() => resolve()));
  });
}

async function untilReady(): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    const answer = await fetch(`http://127.0.0.1:${port()}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await sleep(150);
  }
  throw new Error(`the pages did not answer within ${READY_WITHIN_MS / 1_000} s; see the log above`);
}

function announce(serves: boolean): void {
  if (!serves) {
    say("Aldeia's worker is ready");
    return;
  }
  say(`Aldeia is ready at ${publicUrl()}`);
  say("Demo: owner@, admin@, marketer@, finance@, agent@aurora.example with the password aldeia-demo");
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
