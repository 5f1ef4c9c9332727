import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import type { TenantContext } from "@/lib/platform/context";
import { aMailServer, type MailServer } from "../support/smtp-world";
import { aCommunity, people, withAddresses } from "../support/village-rooms";
import { aTenant } from "../support/world";

const PEOPLE = 3_000;
const KILLS = 6;
// What one kill leaves open: three claims of ten letters, and a hundred that were sent and not yet written.
const MOST_CLAIMED = 30;
const MOST_UNWRITTEN = 100;

let ctx: TenantContext;
let communityId: string;
let owner: pg.Client;
let server: MailServer;

beforeAll(async () => {
  ctx = { ...(await aTenant()).as("owner"), now: new Date() };
  communityId = (await aCommunity(ctx)).id;
  const ids = await people(ctx, communityId, PEOPLE);
  await withAddresses(ctx, ids);
  owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
}, 60_000);

afterAll(async () => {
  await owner.end();
});

test("A8, A16: a worker killed at random points of a sending by e-mail sends no letter twice and loses none in silence", async () => {
  server = await aMailServer();
  const input = createAnnouncementInput.parse({
    communityIds: [communityId],
    body: "A água volta às 18h",
    channels: ["in_app", "email"],
  });
  const { id } = await createAnnouncement(ctx, input);
  await sendAnnouncement({ ...ctx, now: new Date() }, id, { undoSeconds: 0, confirmPeople: PEOPLE });
  for (let kill = 0; kill < KILLS; kill += 1) {
    const goal = ((kill + Math.random()) / (KILLS + 0.5)) * PEOPLE;
    await killWhen(async () => server.handedOver.length >= goal);
    await endLeases();
  }
  const last = startWorker();
  await until(async () => (await statusOf(id)) === "sent");
  await end(last);
  const { rows } = await owner.query<{ status: string; n: number; members: number }>(
    `SELECT d.status, count(*)::int AS n, count(DISTINCT d.member_id)::int AS members FROM deliveries d
     JOIN occurrences o ON o.tenant_id = d.tenant_id AND o.id = d.occurrence_id WHERE o.announcement_id = $1 GROUP BY 1`,
    [id],
  );
  const count = (status: string) => rows.find((row) => row.status === status)?.n ?? 0;
  // Nobody twice; who got none is told as unknown, and is among those that were in hand.
  expect(new Set(server.handedOver).size).toBe(server.handedOver.length);
  expect(count("sent") + count("unknown")).toBe(PEOPLE);
  expect(server.handedOver.length).toBeGreaterThanOrEqual(count("sent"));
  expect(count("unknown")).toBeLessThanOrEqual(KILLS * (MOST_CLAIMED + MOST_UNWRITTEN));
  expect(PEOPLE - server.handedOver.length).toBeLessThanOrEqual(KILLS * MOST_CLAIMED);
  const occurrences = await owner.query(
    "SELECT status, queued, sent, unknown, failed, skipped FROM occurrences WHERE announcement_id = $1",
    [id],
  );
  expect(occurrences.rows).toEqual([
    { status: "sent", queued: 0, sent: count("sent"), unknown: count("unknown"), failed: 0, skipped: 0 },
  ]);
}, 240_000);

/** The lease of what a killed worker had in hand is over: the clock need not be waited for. */
async function endLeases(): Promise<void> {
  await owner.query("UPDATE deliveries SET lease_until = now() WHERE status = 'sending'");
}

function startWorker(): ChildProcess {
  return spawn(process.execPath, ["--import", "./bin/server-only.mjs", "--import", "tsx", "worker/main.ts"], {
    env: { ...process.env, SMTP_URL: server.url, MAIL_PER_SECOND: "5000", LOG_LEVEL: "silent" },
    stdio: "ignore",
  });
}

async function killWhen(condition: () => Promise<boolean>): Promise<void> {
  const worker = startWorker();
  await until(condition);
  await end(worker);
}

async function end(worker: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => worker.once("exit", resolve));
  worker.kill("SIGKILL");
  await ended;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 90_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("the worker did not get there in time");
    await sleep(5);
  }
}

async function statusOf(announcementId: string): Promise<string | undefined> {
  const { rows } = await owner.query<{ status: string }>("SELECT status FROM announcements WHERE id = $1", [
    announcementId,
  ]);
  return rows[0]?.status;
}
