import { findBoundaryProblems } from "./checks/boundaries";
import { findConventionProblems } from "./checks/conventions";
import { findDocsProblems } from "./checks/docs";
import { findEnvironmentProblems } from "./checks/environment";
import { findMessageProblems } from "./checks/messages";
import { findPermissionsProblems } from "./checks/permissions-document";
import { prepareTypes } from "./prepare-types";
import { runStage } from "./run-stage";

/** A check answers with what is wrong, one problem a line; an empty answer is a pass. */
type Check = { name: string; problems: () => Promise<string> };

const root = process.cwd();

const fast: readonly Check[] = [
  command("format and lint", "biome", "check", "--error-on-warnings"),
  command("types", "tsc", "--noEmit"),
];

const thorough: readonly Check[] = [
  ...fast,
  command("dead code", "knip", "--no-progress"),
  findings("boundaries", findBoundaryProblems),
  findings("messages", findMessageProblems),
  findings("docs", findDocsProblems),
  findings("permissions table", findPermissionsProblems),
  findings("environment", findEnvironmentProblems),
  findings("conventions", findConventionProblems),
];

process.exitCode = (await check(process.argv.includes("--fast") ? fast : thorough)) ? 0 : 1;

/** Runs every check even when one fails, shows what the failed ones said, and ends with one line of counts. */
async function check(checks: readonly Check[]): Promise<boolean> {
  if (!(await prepareTypes())) console.log("✗ the Prisma client could not be generated");
  const passed = await Promise.all(checks.map(showResult));
  const failed = passed.filter((ok) => !ok).length;
  console.log(`checks: ${passed.length - failed} passed, ${failed} failed`);
  return failed === 0;
}

async function showResult({ name, problems }: Check): Promise<boolean> {
  const startedAt = performance.now();
  const found = await problems().catch((error: unknown) => String(error));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(found ? `✗ ${name} (${seconds} s)\n${found}` : `✓ ${name} (${seconds} s)`);
  return !found;
}

function command(name: string, program: string, ...args: string[]): Check {
  return {
    name,
    problems: async () => {
      const { code, output } = await runStage({ name, command: program, args }, { quiet: true });
      return code === 0 ? "" : output || `${program} ended with code ${code}`;
    },
  };
}

function findings(name: string, find: (root: string) => string[] | Promise<string[]>): Check {
  return { name, problems: async () => (await find(root)).map((problem) => `  ${problem}`).join("\n") };
}
