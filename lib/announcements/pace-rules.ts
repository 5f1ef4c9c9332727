/** How many were decided at a moment. */
export type PaceSample = { atMs: number; decided: number };
export type Pace = { perSecond: number; secondsLeft: number };

// Long enough to be calm, short enough to notice a pause.
const WINDOW_MS = 20_000;

/** Keeps the samples of the last seconds, and one before them. */
export function withSample(samples: readonly PaceSample[], sample: PaceSample): PaceSample[] {
  const last = samples.at(-1);
  if (last && sample.decided < last.decided) return [sample];
  const recent = samples.filter(({ atMs }) => sample.atMs - atMs <= WINDOW_MS);
  return [...recent, sample];
}

/** The speed of a sending and the time that is left at it (A14); null while nothing moved. */
export function paceOf(samples: readonly PaceSample[], queued: number): Pace | null {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last) return null;
  const seconds = (last.atMs - first.atMs) / 1_000;
  const done = last.decided - first.decided;
  if (seconds <= 0 || done <= 0) return null;
  const perSecond = done / seconds;
  return { perSecond, secondsLeft: Math.ceil(queued / perSecond) };
}
