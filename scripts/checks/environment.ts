import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Names that the runtime sets by itself and nobody writes into a .env file. */
const fromOutside = new Set(["NODE_ENV", "NEXT_RUNTIME", "CI", "NEXT_TELEMETRY_DISABLED"]);

/** The one reader of the environment, and what has to read it before the product runs. */
const readers = ["lib/platform/env.ts", "bin/**/*.ts", "next.config.js"];

/** Every name that the product reads is explained in .env.example, and nothing else is. */
export function findEnvironmentProblems(root: string): string[] {
  const known = environmentNames(root);
  if (!known) return [];
  const shown = exampleNames(root);
  return [
    ...[...known].filter((name) => !shown.has(name)).map((name) => `.env.example lacks ${name}`),
    ...[...shown]
      .filter((name) => !known.has(name))
      .map((name) => `.env.example has ${name}, which nothing reads`),
  ];
}

/** The names that the product reads, or null while lib/platform/env.ts does not exist. */
function environmentNames(root: string): Set<string> | null {
  if (!existsSync(join(root, "lib/platform/env.ts"))) return null;
  return new Set([...namesIn(root, readers)].filter((name) => !fromOutside.has(name)));
}

/** Every name a document may quote: those of the product, and those that only tools and tests read. */
export function quotableNames(root: string): Set<string> {
  return namesIn(root, [
    ...readers,
    "tools/**/*.ts",
    "scripts/**/*.ts",
    "tests/**/*.ts",
    "playwright.config.ts",
  ]);
}

function namesIn(root: string, files: readonly string[]): Set<string> {
  const code = globSync(files, { cwd: root }).map((file) => readFileSync(join(root, file), "utf8"));
  const names = code.join("\n").matchAll(/(?:read\w*\(\s*"|\benv(?:\.|\["))([A-Z][A-Z0-9_]+)/g);
  return new Set([...names].flatMap(([, name]) => name ?? []));
}

function exampleNames(root: string): Set<string> {
  const path = join(root, ".env.example");
  if (!existsSync(path)) return new Set();
  const names = readFileSync(path, "utf8").matchAll(/^(?:#\s?)?([A-Z][A-Z0-9_]+)=/gm);
  return new Set([...names].flatMap(([, name]) => (name ? [name] : [])));
}
