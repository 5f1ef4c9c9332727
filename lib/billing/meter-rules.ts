/** Where a meter is told of before it bites (L11), highest first. */
const LEVELS = [100, 95, 80] as const;

/** The levels that a meter has passed, highest first, and those that it is below. Without a limit it passes none. */
export function meterLevels({ used, limit }: { used: number; limit: number | null }): {
  passed: number[];
  below: number[];
} {
  const isPassed = (level: number) => limit !== null && used * 100 >= limit * level;
  return {
    passed: LEVELS.filter(isPassed),
    below: LEVELS.filter((level) => !isPassed(level)),
  };
}
