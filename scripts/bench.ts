import { globSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/**
 * One line of the table: how many times the yardstick our way costs. Both sides are measured in the same run,
 * so that the figure means the same on every machine. `bound` is the most we accept; null prints only.
 */
export type Ratio = { name: string; ratio: number; bound: number | null; detail: string };

type BenchModule = { measure: () => Promise<Ratio[]> };

process.exitCode = (await bench(process.argv.slice(2))) ? 0 : 1;

/** Runs tests/bench/*.bench.ts one after the other; an argument picks those whose file name contains it. */
async function bench(picked: readonly string[]): Promise<boolean> {
  const files = globSync("tests/bench/*.bench.ts")
    .filter((file) => picked.length === 0 || picked.some((part) => file.includes(part)))
    .sort();
  const ratios: Ratio[] = [];
  for (const file of files) {
    const { measure } = (await import(pathToFileURL(file).href)) as BenchModule;
    ratios.push(...(await measure()));
  }
  show(ratios);
  writeFileSync("bench-results.json", `${JSON.stringify({ ratios }, null, 2)}\n`);
  return ratios.length > 0 && ratios.every(isWithinBound);
}

function show(ratios: readonly Ratio[]): void {
  console.table(
    ratios.map((line) => ({
      bench: line.name,
      ratio: `${line.ratio.toFixed(2)} ×`,
      bound: line.bound === null ? "—" : `≤ ${line.bound} ×`,
      held: isWithinBound(line) ? "yes" : "NO",
      detail: line.detail,
    })),
  );
}

function isWithinBound({ ratio, bound }: Ratio): boolean {
  return bound === null || ratio <= bound;
}
