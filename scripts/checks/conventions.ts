import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const code = "{app,bin,components,lib,prisma,scripts,server,tests,tools,worker}/**/*.{ts,tsx,mjs}";
const notOurs = /(^|\/)(generated|node_modules|fixtures)\/|\.next|\.gen\./;
const maxLines = 250;
const maxTestLines = 500;

/** Words that put a problem off instead of solving it. Written in parts so that this file does not hold them. */
const postponing = new RegExp(
  ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK", "@ts-" + "ignore", "@ts-" + "nocheck"]
    .map((word) => `(?<![\\w-])${word}\\b`)
    .join("|"),
);

/** Small files, nothing put off, exact versions, and a lockfile that names no host. */
export function findConventionProblems(root: string): string[] {
  const files = globSync(code, { cwd: root }).filter((file) => !notOurs.test(file));
  return [
    ...files.flatMap((file) => fileProblems(root, file)),
    ...versionProblems(root),
    ...lockfileProblems(root),
  ];
}

function fileProblems(root: string, file: string): string[] {
  const lines = readFileSync(join(root, file), "utf8").trimEnd().split("\n");
  const limit = file.startsWith("tests/") ? maxTestLines : maxLines;
  const tooLong = lines.length > limit ? [`${file}: ${lines.length} lines, at most ${limit}`] : [];
  const putOff = lines.flatMap((line, index) => {
    const word = postponing.exec(line)?.[0];
    return word ? [`${file}:${index + 1}: ${word}`] : [];
  });
  return [...tooLong, ...putOff];
}

function versionProblems(root: string): string[] {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<string, unknown>;
  return ["dependencies", "devDependencies", "overrides"].flatMap((section) =>
    Object.entries((manifest[section] ?? {}) as Record<string, string>)
      .filter(([, version]) => !/^(npm:(@[\w-]+\/)?[\w-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name, version]) => `package.json: ${name} is not pinned to one version (${version})`),
  );
}

type LockedPackage = { resolved?: string; optionalDependencies?: Record<string, string> };

/**
 * A lockfile that names a host binds everybody to it. One that lacks a platform's binary (it was made from a registry
 * copy that did not have it yet) makes `npm ci` refuse: take a version whose platforms are all there.
 */
function lockfileProblems(root: string): string[] {
  const path = join(root, "package-lock.json");
  if (!existsSync(path)) return ["package-lock.json is missing"];
  const { packages = {} } = JSON.parse(readFileSync(path, "utf8")) as {
    packages?: Record<string, LockedPackage>;
  };
  const hosts = Object.values(packages).flatMap(({ resolved }) =>
    resolved?.startsWith("http") ? [resolved] : [],
  );
  const locked = new Set(Object.keys(packages).map((key) => key.replace(/^.*node_modules\//, "")));
  const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  return [
    ...hosts
      .slice(0, 1)
      .map((host) => `package-lock.json names a host: ${host} (and ${hosts.length - 1} more)`),
    ...[...new Set(wanted)]
      .filter((name) => !locked.has(name))
      .map((name) => `package-lock.json lacks ${name}`),
  ];
}
