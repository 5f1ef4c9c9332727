import { setTimeout as sleep } from "node:timers/promises";
import { recordConsent } from "@/lib/consent/commands/record-consent";
import { sealConsents } from "@/lib/consent/commands/seal-consents";
import type { Ratio } from "@/scripts/bench";
import { withBenchDatabase } from "../support/bench-database";
import { median } from "../support/interleave";
import { aMember, aTenant } from "../support/world";

const ENTRIES = 400;
const LANES = 20;
const ROUNDS = 5;

/**
 * Consents of one tenant by twenty at once, while the chain is being sealed all the time, against the same without any
 * sealing: nobody may wait for the chain. And what sealing costs an entry.
 */
export async function measure(): Promise<Ratio[]> {
  process.env.NEXTAUTH_SECRET = "a secret of the benches";
  return await withBenchDatabase(async () => {
    const ctx = (await aTenant()).as("owner");
    const memberId = await aMember(ctx.tenantId);
    const times = { alone: [] as number[], chained: [] as number[], sealing: [] as number[] };
    for (let round = 0; round <= ROUNDS; round += 1) {
      const alone = await timed(() => write(ctx, memberId));
      const sealing = await timed(() => sealConsents(ctx.db));
      const chained = await timed(() => writeWhileSealing(ctx, memberId));
      await sealConsents(ctx.db);
      // The first round warms both sides up.
      if (round === 0) continue;
      times.alone.push(alone);
      times.sealing.push(sealing);
      times.chained.push(chained);
    }
    const [alone, chained, sealing] = [median(times.alone), median(times.chained), median(times.sealing)];
    const perEntry = Math.round((sealing / ENTRIES) * 1_000);
    const detail = `${Math.round(chained)} ms against ${Math.round(alone)} ms for ${ENTRIES}; sealing ${perEntry} µs an entry`;
    return [{ name: "consents while the chain is sealed", ratio: chained / alone, bound: 1.6, detail }];
  });
}

type Ctx = Parameters<typeof recordConsent>[0];

async function write(ctx: Ctx, memberId: string): Promise<void> {
  const entry = { channel: "email", purpose: "promotions", granted: true, source: "bench" } as const;
  const lane = async () => {
    for (let count = 0; count < ENTRIES / LANES; count += 1) await recordConsent(ctx, memberId, entry);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** Twenty times as often as the clock of the worker would. */
async function writeWhileSealing(ctx: Ctx, memberId: string): Promise<void> {
  const writing = { goesOn: true };
  const written = write(ctx, memberId).finally(() => {
    writing.goesOn = false;
  });
  while (writing.goesOn) {
    await sealConsents(ctx.db);
    await sleep(50);
  }
  await written;
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}
