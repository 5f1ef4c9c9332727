import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startJob, startKey } from "@/lib/announcements/job-names";
import type { TenantContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import type { Ratio } from "@/scripts/bench";
import { withBenchDatabase } from "../support/bench-database";
import { aCommunity, people } from "../support/village-rooms";
import { kill, startWorker, until } from "../support/worker-process";
import { aTenant } from "../support/world";

const SCHEDULES = 10_000;
const HOUSES = 50;
const PEOPLE_EACH = 10;
const WINDOW_SECONDS = 900;
// The worker has only just come up, and meets each house for the first time.
const WARM_UP_SECONDS = 30;
// What came due in the last seconds may still be on its way.
const LEFT_OUT_SECONDS = 10;
// So long it is watched; the others wait in the queue meanwhile.
const WATCHED_SECONDS = 180;
// All are in the queue before the first is due.
const HEAD_START_SECONDS = 10;
const BEGUN_WITHIN_MS = 2_000;

/**
 * How late announcements begin when 10,000 of fifty houses come due one after the other within a quarter of an hour (eleven a
 * second), by one worker: from the time that was promised until the worker has it in hand, against 2 s, and until its people
 * have it in the portal. Three minutes are watched, without their first half minute.
 */
export async function measure(): Promise<Ratio[]> {
  process.env.NEXTAUTH_SECRET = "a secret of the benches";
  return await withBenchDatabase(async (ownerUrl) => {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    try {
      return await compare(owner);
    } finally {
      await owner.end();
    }
  });
}

async function compare(owner: pg.Client): Promise<Ratio[]> {
  const houses: { ctx: TenantContext; communityId: string }[] = [];
  for (let house = 0; house < HOUSES; house += 1) {
    const ctx = (await aTenant()).as("owner");
    const { id: communityId } = await aCommunity(ctx);
    await people(ctx, communityId, PEOPLE_EACH);
    houses.push({ ctx, communityId });
  }
  await owner.query("VACUUM ANALYZE");
  const worker = startWorker();
  let begins = 0;
  let machine: number[] = [];
  try {
    await until(async () => ((await owner.query("SELECT 1 FROM worker_heartbeats")).rowCount ?? 0) > 0);
    begins = Date.now() + HEAD_START_SECONDS * 1_000;
    for (const [place, house] of houses.entries()) await schedule(house, place, begins);
    machine = await bareTimers(begins + WATCHED_SECONDS * 1_000);
  } finally {
    await kill(worker);
  }
  const earliest = new Date(begins + WARM_UP_SECONDS * 1_000);
  const latest = new Date(begins + (WATCHED_SECONDS - LEFT_OUT_SECONDS) * 1_000);
  const { rows } = await owner.query<{ begun: number[]; seen: number[] }>(LAGS, [earliest, latest]);
  const [{ begun, seen } = { begun: [], seen: [] }] = rows;
  const bare = `a bare timer ${p99(machine)} ms`;
  return [line("begins", begun, BEGUN_WITHIN_MS, bare), line("is in the portal", seen, null, bare)];
}

/** How late timers of a process are that does nothing else, until an instant: what the machine adds to everything. */
async function bareTimers(until: number): Promise<number[]> {
  const lags: number[] = [];
  while (Date.now() < until) {
    const startedAt = performance.now();
    await sleep(50);
    lags.push(performance.now() - startedAt - 50);
  }
  return lags;
}

/** The schedules of one house, each its share of the window apart; as the product keeps them, in one statement. */
async function schedule(
  { ctx, communityId }: { ctx: TenantContext; communityId: string },
  place: number,
  begins: number,
): Promise<void> {
  const each = SCHEDULES / HOUSES;
  const ids = Array.from({ length: each }, () => newId());
  const dues = ids.map(
    (_, n) => new Date(begins + ((n * HOUSES + place) / SCHEDULES) * WINDOW_SECONDS * 1_000),
  );
  await ctx.db.$executeRaw`
    INSERT INTO announcements (id, body, community_ids, status, due_at)
    SELECT id, 'Oi', ARRAY[${communityId}::uuid], 'scheduled', due
    FROM unnest(${ids}::uuid[], ${dues}::timestamptz[]) AS x (id, due)`;
  await ctx.db.$executeRaw`
    SELECT enqueue_job(${startJob.name}, jsonb_build_object('announcementId', id), due, ${startKey("")} || id, 25, 0)
    FROM unnest(${ids}::uuid[], ${dues}::timestamptz[]) AS x (id, due)`;
}

const LAGS = `
  SELECT array_agg(extract(epoch FROM coalesce(o.started_at, now()) - a.due_at)::float8 * 1000) AS begun,
    array_agg(extract(epoch FROM coalesce(d.sent_at, now()) - a.due_at)::float8 * 1000) AS seen
  FROM announcements a LEFT JOIN occurrences o ON o.announcement_id = a.id
  LEFT JOIN LATERAL (SELECT max(sent_at) AS sent_at FROM deliveries WHERE occurrence_id = o.id) d ON true
  WHERE a.due_at BETWEEN $1 AND $2`;

function line(what: string, lags: readonly number[], limitMs: number | null, bare: string): Ratio {
  const [middle, late, latest] = [quantile(lags, 0.5), p99(lags), quantile(lags, 1)];
  return {
    name: `one of ${SCHEDULES} schedules in ${WINDOW_SECONDS} s ${what}, p99`,
    ratio: late / (limitMs ?? BEGUN_WITHIN_MS),
    bound: limitMs === null ? null : 1,
    detail: `${lags.length} of them: p50 ${middle} ms, p99 ${late} ms, latest ${latest} ms against ${BEGUN_WITHIN_MS} ms; p99 of ${bare}`,
  };
}

const p99 = (figures: readonly number[]) => quantile(figures, 0.99);

function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
