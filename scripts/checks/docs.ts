import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { quotableNames } from "./environment";

const documents = ["*.md", "docs/**/*.md", "lib/*/README.md", "tools/*/README.md"];
const folders = "app|bin|components|docs|lib|messages|prisma|public|scripts|server|tests|tools|worker";
const npmOwn = new Set(["ci", "install", "exec", "rebuild", "version", "audit", "ls"]);

/** Where a number quoted in the docs comes from: `1,024` in a document is read in the file that decides it. */
const pinnedLimits = { file: "lib/tenants/limits.ts", marker: /`(\w+) = ([\d_,]+)`/g } as const;

/**
 * Holds the documents to the code: every quoted path and link exists, every `npm run` script is in
 * package.json, every environment name is read by the product, and a limit quoted as
 * `name = 1,024` has that value in lib/tenants/limits.ts.
 */
export function findDocsProblems(root: string): string[] {
  return globSync(documents, { cwd: root }).flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8");
    return [
      ...missingPaths(root, text),
      ...brokenLinks(root, file, text),
      ...unknownScripts(root, text),
      ...unknownNames(root, text),
      ...differingLimits(root, text),
    ].map((problem) => `${file}: ${problem}`);
  });
}

function missingPaths(root: string, text: string): string[] {
  const quoted = text.matchAll(new RegExp(`\`((?:${folders})/[^\`\\s]*)\``, "g"));
  return [...quoted].flatMap(([, path]) => {
    if (!path || /[<>{}*…]|NNNN/.test(path)) return [];
    return existsSync(join(root, path.replace(/#.*$/, ""))) ? [] : [`${path} does not exist`];
  });
}

function brokenLinks(root: string, file: string, text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target]) => {
    if (!target || /^(https?:|mailto:|#)/.test(target)) return [];
    const path = join(root, dirname(file), target.replace(/#.*$/, ""));
    return existsSync(path) ? [] : [`link to ${target}, which does not exist`];
  });
}

function unknownScripts(root: string, text: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const named = [
    ...text.matchAll(/\bnpm (?:run (?:--silent |-s )?)([\w:-]+)/g),
    ...text.matchAll(/\bnpm (start|test)\b/g),
  ];
  return named.flatMap(([, name]) =>
    name && !npmOwn.has(name) && !(name in scripts) ? [`npm script ${name} does not exist`] : [],
  );
}

function unknownNames(root: string, text: string): string[] {
  const known = quotableNames(root);
  return [...text.matchAll(/`([A-Z][A-Z0-9]*_[A-Z0-9_]+)(?:=[^`]*)?`/g)].flatMap(([, name]) =>
    name && !known.has(name) ? [`environment name ${name} is read by nothing`] : [],
  );
}

function differingLimits(root: string, text: string): string[] {
  const path = join(root, pinnedLimits.file);
  if (!existsSync(path)) return [];
  const code = readFileSync(path, "utf8").replaceAll("_", "");
  return [...text.matchAll(pinnedLimits.marker)].flatMap(([, name, value]) => {
    const plain = value?.replace(/[_,]/g, "");
    return new RegExp(`\\b${name}\\b[^\\d\\n]*\\b${plain}\\b`).test(code)
      ? []
      : [`${name} is not ${value} in ${pinnedLimits.file}`];
  });
}
