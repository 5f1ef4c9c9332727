import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { icuArguments } from "./icu-arguments";

const source = "pt-BR";
const translations = ["en", "es"] as const;

type Catalogue = { [key: string]: string | Catalogue };

/**
 * Compares the three message catalogues: the same keys in the same places, the same ICU arguments in every
 * text, no empty text, top-level sections in alphabetical order and each of them used by some file.
 */
export function findMessageProblems(root: string): string[] {
  if (!existsSync(join(root, "messages", `${source}.json`))) return [];
  const original = readCatalogue(root, source);
  const texts = flatten(original);
  return [
    ...translations.flatMap((locale) => compare(locale, texts, flatten(readCatalogue(root, locale)))),
    ...[...texts].filter(([, text]) => text.trim() === "").map(([key]) => `${source}: ${key} is empty`),
    ...unsorted(Object.keys(original)),
    ...unusedSections(root, Object.keys(original)),
  ];
}

function compare(
  locale: string,
  texts: ReadonlyMap<string, string>,
  others: ReadonlyMap<string, string>,
): string[] {
  const missing = [...texts.keys()]
    .filter((key) => !others.has(key))
    .map((key) => `${locale}: ${key} is missing`);
  const surplus = [...others.keys()]
    .filter((key) => !texts.has(key))
    .map((key) => `${locale}: ${key} is not in ${source}`);
  const differing = [...texts].flatMap(([key, text]) => {
    const other = others.get(key);
    if (other === undefined) return [];
    const [expected, found] = [icuArguments(text), icuArguments(other)];
    return expected === found ? [] : [`${locale}: ${key} takes {${found}}, ${source} takes {${expected}}`];
  });
  return [...missing, ...surplus, ...differing];
}

function unsorted(sections: readonly string[]): string[] {
  const sorted = [...sections].sort();
  const first = sections.find((section, index) => section !== sorted[index]);
  return first ? [`${source}: section ${first} is not in alphabetical order`] : [];
}

function unusedSections(root: string, sections: readonly string[]): string[] {
  const files = globSync("{app,components,lib,server,worker}/**/*.{ts,tsx}", { cwd: root });
  const code = files.map((file) => readFileSync(join(root, file), "utf8")).join("\n");
  return sections
    .filter((section) => !new RegExp(`["'\`]${section}["'\`.]|[.]${section}\\b`).test(code))
    .map((section) => `${source}: section ${section} is used by no file`);
}

function flatten(catalogue: Catalogue, prefix = ""): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(catalogue)) {
    const path = prefix ? `${prefix}.${key}` : key;
    if (typeof value === "string") texts.set(path, value);
    else for (const [inner, text] of flatten(value, path)) texts.set(inner, text);
  }
  return texts;
}

function readCatalogue(root: string, locale: string): Catalogue {
  const path = join(root, "messages", `${locale}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Catalogue) : {};
}
