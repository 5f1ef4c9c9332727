import { existsSync, globSync } from "node:fs";
import { resolve } from "node:path";
import { cruise, type IDependency, type IModule } from "dependency-cruiser";
import extractConfig from "dependency-cruiser/config-utl/extract-depcruise-config";

const folders = ["app", "bin", "components", "lib", "prisma", "server", "tools", "worker"] as const;
const sourceFiles = `{${folders.join(",")}}/**/*.{ts,tsx}`;
const generated = /(^|\/)(generated|node_modules)\//;

/** One import, or one ring of nouns, that goes the wrong way. */
export type Violation = { rule: string; from: string; to: string };

/** What was read and what was found wrong in one tree. */
export type BoundaryReport = {
  modulesRead: number;
  unread: readonly string[];
  violations: readonly Violation[];
};

/** The names of all rules, each of which must have a violation fixture. */
export async function ruleNames(): Promise<string[]> {
  const config = await loadRules();
  return [...(config.forbidden ?? []).map((rule) => rule.name ?? "unnamed"), nounCycleRule];
}

/** Reads every source file below `root` and reports the imports that break a rule. */
export async function cruiseTree(root: string): Promise<BoundaryReport> {
  const config = await loadRules();
  const expected = globSync(sourceFiles, { cwd: root }).filter((file) => !generated.test(file));
  const present = folders.filter((folder) => existsSync(resolve(root, folder)));
  const { output } = await cruise(
    present,
    { ...config.options, ruleSet: { forbidden: config.forbidden ?? [] }, validate: true, baseDir: root },
    resolution(root),
  );
  if (typeof output === "string") throw new Error("dependency-cruiser answered with text instead of a graph");
  const read = new Set(output.modules.filter((module) => module.followable !== false).map((m) => m.source));
  return {
    modulesRead: read.size,
    unread: expected.filter((file) => !read.has(file)),
    violations: [
      ...output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
      ...nounCycles(output.modules),
    ],
  };
}

/** How an import finds its file: as the bundler and Node do, with `@/` for the root. */
function resolution(root: string) {
  const options = {
    alias: { "@": resolve(root) },
    extensions: [".ts", ".tsx", ".mjs", ".js", ".d.ts"],
    exportsFields: ["exports"],
    conditionNames: ["import", "require", "node", "default", "types"],
  };
  return options as Parameters<typeof cruise>[2];
}

/** What `npm run check` shows: one line per forbidden import, or per file that no rule could read. */
export async function findBoundaryProblems(root: string): Promise<string[]> {
  const report = await cruiseTree(root);
  return [
    ...report.unread.map((file) => `${file}: not read, so no rule holds for it`),
    ...report.violations.map(({ rule, from, to }) => `${from} → ${to} (${rule})`),
  ];
}

const nounCycleRule = "no-noun-cycles";

/** Nouns that need each other at run time: the lower one offers a rule, or the higher one reacts in a job. */
function nounCycles(modules: readonly IModule[]): Violation[] {
  const graph = nounGraph(modules);
  return [...graph.keys()].flatMap((noun) => {
    const ring = pathBetween(graph, noun, noun);
    return ring ? [{ rule: nounCycleRule, from: `lib/${noun}`, to: ring.join(" → ") }] : [];
  });
}

function nounGraph(modules: readonly IModule[]): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const module of modules) {
    const from = nounOf(module.source);
    if (!from) continue;
    const targets = module.dependencies.filter(isRunTime).map((dependency) => nounOf(dependency.resolved));
    const known = graph.get(from) ?? new Set<string>();
    for (const to of targets) if (to && to !== from) known.add(to);
    graph.set(from, known);
  }
  return graph;
}

function isRunTime(dependency: IDependency): boolean {
  return !dependency.dependencyTypes.includes("type-only");
}

function nounOf(path: string): string | undefined {
  return /^lib\/(?!platform\/|shared\/)([^/]+)\//.exec(path)?.[1];
}

/** Breadth first, so that the shortest ring is the one that is told. */
function pathBetween(
  graph: ReadonlyMap<string, ReadonlySet<string>>,
  from: string,
  to: string,
): string[] | null {
  const queue: string[][] = [...(graph.get(from) ?? [])].map((next) => [from, next]);
  const seen = new Set<string>();
  for (const path of queue) {
    const last = path.at(-1) ?? from;
    if (last === to) return path;
    if (seen.has(last)) continue;
    seen.add(last);
    for (const next of graph.get(last) ?? []) queue.push([...path, next]);
  }
  return null;
}

function loadRules() {
  return extractConfig(resolve(import.meta.dirname, "../../.dependency-cruiser.mjs"));
}
