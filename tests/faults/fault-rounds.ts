const DEFAULT_ROUNDS = 20;

/**
 * Fewer rounds than a proof needs, as one stage of many: what takes minutes at full size is then met at a tenth of it. A round
 * that is run again by its seed has its full size.
 */
export const isBrief = rounds() < DEFAULT_ROUNDS && !process.env.FAULT_SEED;

/** A source of random numbers between 0 and 1 that a seed repeats to the letter (mulberry32). */
export type Chance = () => number;

/**
 * Runs a fault in rounds, each at points of its own: 20, or FAULT_ROUNDS of them, from FAULT_SEED on. What fails names the
 * seed of its round: `FAULT_SEED=<seed> FAULT_ROUNDS=1` runs that one again.
 */
export async function inRounds(run: (chance: Chance) => Promise<void>): Promise<void> {
  const first = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000_000);
  for (let seed = first; seed < first + rounds(); seed += 1) {
    await run(chanceOf(seed)).catch((error: Error) => {
      throw new Error(`FAULT_SEED=${seed}: ${error.message}`, { cause: error });
    });
  }
}

function rounds(): number {
  return Number(process.env.FAULT_ROUNDS ?? DEFAULT_ROUNDS);
}

function chanceOf(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
