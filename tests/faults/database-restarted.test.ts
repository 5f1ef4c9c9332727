import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { afterAll, beforeAll, test } from "vitest";
import { type Supervised, supervise } from "@/bin/children";
import { closeAppPool, createPool } from "@/lib/platform/db/pool";
import { aCrashingDatabase, type CrashingDatabase } from "../support/crashing-database";
import { until } from "../support/worker-process";
import { inRounds } from "./fault-rounds";
import {
  aFullVillage,
  anAnnouncementDue,
  expectWhole,
  type FullVillage,
  PEOPLE,
  progress,
  statusOf,
} from "./full-village";

const LONGEST_AWAY_MS = 8_000;

let database: CrashingDatabase;
let worker: Supervised;
let village: FullVillage;
let owner: pg.Pool;

beforeAll(async () => {
  database = await aCrashingDatabase();
  await closeAppPool();
  process.env.DATABASE_URL = database.url;
  village = await aFullVillage();
  await village.owner.end();
  owner = createPool(database.url, 2);
  worker = supervise("worker", "worker/main.ts", [], { NODE_ENV: "test", LOG_LEVEL: "silent" });
}, 120_000);

afterAll(async () => {
  await worker.stop();
  await owner.end();
  await closeAppPool();
  await database.remove();
});

test("A8: a database that crashes in the freeze or in the drain, and is away for a while, loses and doubles nothing; work goes on by itself", async () => {
  await inRounds(async (chance) => {
    const id = await anAnnouncementDue(village);
    const goal = chance() < 0.3 ? 0 : chance() * 0.9 * PEOPLE;
    await until(async () => (goal === 0 ? await isFreezing() : (await progress(owner, id)) >= goal));
    await database.crash();
    await sleep(chance() * LONGEST_AWAY_MS);
    await database.start();
    await until(async () => (await statusOf(owner, id)) === "sent");
    await expectWhole(owner, id, { sent: PEOPLE });
  });
}, 3_600_000);

async function isFreezing(): Promise<boolean> {
  const { rowCount } = await owner.query(
    "SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%INSERT INTO deliveries%' AND pid <> pg_backend_pid()",
  );
  return (rowCount ?? 0) > 0;
}
