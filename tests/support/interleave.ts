/**
 * Median times in milliseconds of two ways to do the same, measured turn by turn and each first in every other turn, so that
 * a busy machine slows both. The ratio is the median of the turns' ratios: a turn that was disturbed does not move it.
 */
export async function interleave(
  rounds: number,
  ours: () => Promise<unknown>,
  limit: () => Promise<unknown>,
): Promise<{ oursMs: number; limitMs: number; ratio: number }> {
  const times: { ours: number[]; limit: number[] } = { ours: [], limit: [] };
  await ours();
  await limit();
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) times.ours.push(await timed(ours));
    times.limit.push(await timed(limit));
    if (round % 2 === 1) times.ours.push(await timed(ours));
  }
  const ratio = median(times.ours.map((oursMs, round) => oursMs / (times.limit[round] ?? oursMs)));
  return { oursMs: median(times.ours), limitMs: median(times.limit), ratio };
}

/** Milliseconds that something takes. */
export async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** The middle one of some figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
