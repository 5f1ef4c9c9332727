/** Puts the clock of this process on, or back, by so many milliseconds; it goes on from there. @returns what sets it right */
export function shiftClock(byMs: number): () => void {
  const Right = Date;
  globalThis.Date = class extends Right {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [Right.now() + byMs] : given) as [number]));
    }
    static override now() {
      return Right.now() + byMs;
    }
  } as DateConstructor;
  return () => {
    globalThis.Date = Right;
  };
}

const byMs = Number(process.env.SHIFT_CLOCK_MS ?? 0);
// Preloaded by a worker of the fault tests.
if (byMs) shiftClock(byMs);
