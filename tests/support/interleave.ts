/** Median times in milliseconds of two ways to do the same, measured turn by turn, so that a busy machine slows both. */
export async function interleave(
  rounds: number,
  ours: () => Promise<unknown>,
  limit: () => Promise<unknown>,
): Promise<{ oursMs: number; limitMs: number; ratio: number }> {
  const times: { ours: number[]; limit: number[] } = { ours: [], limit: [] };
  await ours();
  await limit();
  for (let round = 0; round < rounds; round++) {
    times.ours.push(await timed(ours));
    times.limit.push(await timed(limit));
  }
  const oursMs = median(times.ours);
  const limitMs = median(times.limit);
  return { oursMs, limitMs, ratio: oursMs / limitMs };
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** The middle one of some figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
