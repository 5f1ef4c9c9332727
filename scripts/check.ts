import { prepareTypes } from "./prepare-types";
import { runStage, type Stage } from "./run-stage";

const fast: readonly Stage[] = [
  { name: "format and lint", command: "biome", args: ["check", "--error-on-warnings"] },
  { name: "types", command: "tsc", args: ["--noEmit"] },
];

const thorough: readonly Stage[] = [...fast];

/** Runs every check even when one fails, shows what the failed ones said, and ends with one line of counts. */
async function check(stages: readonly Stage[]): Promise<number> {
  const prepared = await prepareTypes();
  const outcomes = await Promise.all(stages.map((stage) => runStage(stage, { quiet: true })));
  for (const outcome of outcomes) {
    console.log(`${outcome.code === 0 ? "✓" : "✗"} ${outcome.name} (${outcome.seconds.toFixed(1)} s)`);
    if (outcome.code !== 0) console.log(outcome.output);
  }
  const failed = outcomes.filter((outcome) => outcome.code !== 0).length + (prepared ? 0 : 1);
  console.log(`checks: ${stages.length - failed} passed, ${failed} failed`);
  return failed;
}

process.exitCode = (await check(process.argv.includes("--fast") ? fast : thorough)) > 0 ? 1 : 0;
