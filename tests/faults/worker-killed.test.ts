import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import type { TenantContext } from "@/lib/platform/context";
import { aCommunity, people } from "../support/village-rooms";
import { aTenant } from "../support/world";

const PEOPLE = 21_504;
const ROUNDS = 2;
// Each round: one kill inside the freeze, four at random points of the drain.
const KILLS_IN_THE_DRAIN = 4;

let ctx: TenantContext;
let communityId: string;
let owner: pg.Client;

beforeAll(async () => {
  ctx = { ...(await aTenant()).as("owner"), now: new Date() };
  communityId = (await aCommunity(ctx)).id;
  await people(ctx, communityId, PEOPLE);
  owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
}, 60_000);

afterAll(async () => {
  await owner.end();
});

test("A8: a worker killed ten times at random points, also inside the freeze, loses and doubles nothing", async () => {
  const kills: string[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const announcementId = await anAnnouncementUnderWay();
    kills.push(await killWhen(insideTheFreeze));
    for (const share of randomShares(KILLS_IN_THE_DRAIN)) {
      kills.push(await killWhen(async () => (await progress(announcementId)) >= share * PEOPLE));
    }
    const last = startWorker();
    await until(async () => (await statusOf(announcementId)) === "sent");
    await kill(last);
    await expectWhole(announcementId);
  }
  expect(kills).toEqual(Array.from({ length: ROUNDS * (1 + KILLS_IN_THE_DRAIN) }, () => "SIGKILL"));
}, 240_000);

async function anAnnouncementUnderWay(): Promise<string> {
  const input = createAnnouncementInput.parse({ communityIds: [communityId], body: "A água volta às 18h" });
  const { id } = await createAnnouncement(ctx, input);
  const now = new Date();
  await sendAnnouncement({ ...ctx, now }, id, { undoSeconds: 0, confirmPeople: PEOPLE });
  return id;
}

function startWorker(): ChildProcess {
  return spawn(process.execPath, ["--import", "./bin/server-only.mjs", "--import", "tsx", "worker/main.ts"], {
    env: { ...process.env, LOG_LEVEL: "silent" },
    stdio: "ignore",
  });
}

/** Starts a worker, kills it the moment the condition holds, and tells how it ended. */
async function killWhen(condition: () => Promise<boolean>): Promise<string> {
  const worker = startWorker();
  await until(condition);
  return await kill(worker);
}

async function kill(worker: ChildProcess): Promise<string> {
  const ended = new Promise<string>((resolve) =>
    worker.once("exit", (_code, signal) => resolve(String(signal))),
  );
  worker.kill("SIGKILL");
  return await ended;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("the worker did not get there in a minute");
    await sleep(3);
  }
}

/** The one statement that writes the deliveries is running. */
async function insideTheFreeze(): Promise<boolean> {
  const { rowCount } = await owner.query(
    "SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%INSERT INTO deliveries%' AND pid <> pg_backend_pid() AND datname = current_database()",
  );
  return (rowCount ?? 0) > 0;
}

/** How many are sent; past the end counts as reached, so that a kill point is never waited for in vain. */
async function progress(announcementId: string): Promise<number> {
  const { rows } = await owner.query<{ sent: number; status: string }>(
    "SELECT sent, status FROM occurrences WHERE announcement_id = $1",
    [announcementId],
  );
  return rows[0]?.status === "sent" ? PEOPLE : (rows[0]?.sent ?? -1);
}

/** Random points, each in its own stretch of the way, so that every kill meets work. */
function randomShares(count: number): number[] {
  return Array.from({ length: count }, (_, index) => (index + Math.random()) / (count + 0.5));
}

async function statusOf(announcementId: string): Promise<string | undefined> {
  const { rows } = await owner.query<{ status: string }>("SELECT status FROM announcements WHERE id = $1", [
    announcementId,
  ]);
  return rows[0]?.status;
}

/** Looked at past the product: every member once, counters equal to a recount, nothing left under way. */
async function expectWhole(announcementId: string): Promise<void> {
  const { rows } = await owner.query(
    `SELECT count(*)::int AS rows, count(DISTINCT d.member_id)::int AS members,
       count(*) FILTER (WHERE d.status = 'sent' AND d.attempts = 1)::int AS sent_once
     FROM occurrences o JOIN deliveries d ON d.tenant_id = o.tenant_id AND d.occurrence_id = o.id
     WHERE o.announcement_id = $1`,
    [announcementId],
  );
  expect(rows[0]).toEqual({ rows: PEOPLE, members: PEOPLE, sent_once: PEOPLE });
  const occurrences = await owner.query(
    "SELECT status, queued, sent, delivered, read, skipped, failed, unknown FROM occurrences WHERE announcement_id = $1",
    [announcementId],
  );
  expect(occurrences.rows).toEqual([
    { status: "sent", queued: 0, sent: PEOPLE, delivered: 0, read: 0, skipped: 0, failed: 0, unknown: 0 },
  ]);
  const open = await owner.query("SELECT 1 FROM deliveries WHERE status IN ('queued', 'sending')");
  expect(open.rowCount).toBe(0);
}
