import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { killWhen, workUntil } from "../support/worker-process";
import { type Chance, inRounds } from "./fault-rounds";
import {
  aFullVillage,
  anAnnouncementDue,
  expectWhole,
  type FullVillage,
  PEOPLE,
  progress,
  statusOf,
} from "./full-village";

const KILLS_IN_THE_DRAIN = 3;
// About how long the freeze takes: a kill falls into it, or just behind.
const FREEZE_MS = 600;

let village: FullVillage;

beforeAll(async () => {
  village = await aFullVillage();
}, 60_000);

afterAll(async () => {
  await village.owner.end();
});

test("A8: a worker killed at random points of the freeze and of the drain loses and doubles nothing", async () => {
  const { owner } = village;
  await inRounds(async (chance) => {
    const id = await anAnnouncementDue(village);
    const kills = [
      await killWhen(async () => {
        if (!(await isFreezing())) return false;
        await sleep(chance() * FREEZE_MS);
        return true;
      }),
    ];
    for (const share of sharesOf(KILLS_IN_THE_DRAIN, chance))
      kills.push(await killWhen(async () => (await progress(owner, id)) >= share * PEOPLE));
    await workUntil(async () => (await statusOf(owner, id)) === "sent");
    expect(kills).toEqual(kills.map(() => "SIGKILL"));
    await expectWhole(owner, id, { sent: PEOPLE });
    const twice = await owner.query("SELECT 1 FROM deliveries WHERE attempts <> 1");
    expect(twice.rowCount).toBe(0);
  });
}, 1_800_000);

/** The one statement that writes the deliveries is running. */
async function isFreezing(): Promise<boolean> {
  const { rowCount } = await village.owner.query(
    "SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%INSERT INTO deliveries%' AND pid <> pg_backend_pid() AND datname = current_database()",
  );
  return (rowCount ?? 0) > 0;
}

/** Random points, each in its own stretch of the way, so that every kill meets work. */
function sharesOf(count: number, chance: Chance): number[] {
  return Array.from({ length: count }, (_, index) => (index + chance()) / (count + 0.5));
}
