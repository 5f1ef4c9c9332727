import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Names that the runtime sets by itself and nobody writes into a .env file. */
const fromOutside = new Set(["NODE_ENV", "NEXT_RUNTIME", "CI"]);

/** Every name read in lib/platform/env.ts is explained in .env.example, and nothing else is. */
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

/** The names in lib/platform/env.ts, or null while that file does not exist. */
export function environmentNames(root: string): Set<string> | null {
  const path = join(root, "lib/platform/env.ts");
  if (!existsSync(path)) return null;
  const names = readFileSync(path, "utf8").matchAll(/(?:read\w*\(\s*"|process\.env\.)([A-Z][A-Z0-9_]+)/g);
  return new Set([...names].flatMap(([, name]) => (name && !fromOutside.has(name) ? [name] : [])));
}

function exampleNames(root: string): Set<string> {
  const path = join(root, ".env.example");
  if (!existsSync(path)) return new Set();
  const names = readFileSync(path, "utf8").matchAll(/^(?:#\s?)?([A-Z][A-Z0-9_]+)=/gm);
  return new Set([...names].flatMap(([, name]) => (name ? [name] : [])));
}
