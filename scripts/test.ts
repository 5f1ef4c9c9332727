import { existsSync, globSync, readFileSync, rmSync } from "node:fs";
import { runStage, type StageOutcome } from "./run-stage";

/** How a stage of the test run ended, in numbers. */
type Counts = { passed: number; failed: number };

type TestStage = {
  name: string;
  command: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  count: (outcome: StageOutcome) => Counts;
  /** Taken away first, so that the stage runs as in a fresh clone. */
  forget?: string;
};

const browserReport = "test-results/browser.json";

const stages: readonly TestStage[] = [
  { name: "check", command: "npm", args: ["run", "--silent", "check"], count: countChecks },
  ...["unit", "architecture", "integration", "faults"].map(vitestStage),
  {
    name: "browser",
    command: "npm",
    args: ["run", "--silent", "test:e2e"],
    count: countBrowser,
    forget: "lib/platform/db/generated",
  },
];

process.exitCode = (await runAll(stages.filter(isWanted))).failed > 0 ? 1 : 0;

/**
 * Runs every stage although an earlier one failed, and prints the sum as the very last line. A stage that
 * ran nothing, or ended badly without naming a failed test, counts as one failure.
 */
async function runAll(wanted: readonly TestStage[]): Promise<Counts> {
  rmSync("test-results", { recursive: true, force: true });
  const total: Counts = { passed: 0, failed: 0 };
  const lines: string[] = [];
  for (const stage of wanted) {
    console.log(`\n── ${stage.name} ──`);
    if (stage.forget) rmSync(stage.forget, { recursive: true, force: true });
    const outcome = await runStage(stage);
    const counts = honest(stage.count(outcome), outcome.code);
    total.passed += counts.passed;
    total.failed += counts.failed;
    lines.push(
      `${stage.name}: ${counts.passed} passed, ${counts.failed} failed (${outcome.seconds.toFixed(0)} s)`,
    );
  }
  console.log(`\n${lines.join("\n")}\n${total.passed} passed, ${total.failed} failed`);
  return total;
}

function honest({ passed, failed }: Counts, code: number): Counts {
  const silentFailure = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: silentFailure ? 1 : failed };
}

/** `npm test -- unit browser` runs these stages only. */
function isWanted(stage: TestStage): boolean {
  const chosen = process.argv.slice(2);
  return chosen.length === 0 || chosen.includes(stage.name);
}

function vitestStage(project: string): TestStage {
  const report = `test-results/${project}.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return {
    name: project,
    command: "vitest",
    args: ["run", "--project", project, ...reporters],
    // Alone (`npm run test:faults`) each fault is met 20 times; as one stage of many, as often as time allows.
    env: { FAULT_ROUNDS: process.env.FAULT_ROUNDS ?? "1" },
    count: () => countVitest(report),
  };
}

function countVitest(report: string): Counts {
  if (!existsSync(report)) return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(
    readFileSync(report, "utf8"),
  ) as {
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
  };
  return { passed: numPassedTests, failed: numFailedTests || numFailedTestSuites };
}

function countChecks({ output }: StageOutcome): Counts {
  const [, passed = "0", failed = "0"] = /checks: (\d+) passed, (\d+) failed/.exec(output) ?? [];
  return { passed: Number(passed), failed: Number(failed) };
}

function countBrowser(): Counts {
  if (globSync("tests/e2e/**/*.spec.ts").length === 0 || !existsSync(browserReport))
    return { passed: 0, failed: 0 };
  const { stats } = JSON.parse(readFileSync(browserReport, "utf8")) as {
    stats: { expected: number; flaky: number; unexpected: number };
  };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}
