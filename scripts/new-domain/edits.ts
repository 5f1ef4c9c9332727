import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { NounNames } from "./names";

/** Adds the noun to the files that list all nouns: permissions, the worker's registry, the three catalogues. */
export function addToLists(root: string, names: NounNames): void {
  insertBefore(
    join(root, "lib/tenants/permissions.ts"),
    "} as const satisfies",
    [
      `  "${names.camels}.view": { owner: "all", admin: "all", marketer: "all", finance: "all", agent: "all" },`,
      `  "${names.camels}.manage": { owner: "all", admin: "all" },\n`,
    ].join("\n"),
  );
  insertBefore(
    join(root, "lib/permissions/rules.ts"),
    '  billing: "organization",',
    `  ${names.camels}: "talk",\n`,
  );
  register(join(root, "worker/registry.ts"), names);
  for (const locale of ["pt-BR", "en", "es"] as const) addTexts(root, locale, names);
}

function register(path: string, names: NounNames): void {
  const job = `archive${names.Pascal}Job`;
  insertBefore(path, "import ", `import { ${job} } from "@/lib/${names.kebabs}/jobs";\n`);
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace(/(export const jobs\b[^=]*=\s*\[)/, `$1${job}, `));
}

const texts = {
  "pt-BR": {
    empty: "Ainda não há nada aqui.",
    name: "Nome",
    submit: "Criar",
    view: "Ver",
    manage: "Cuidar de",
  },
  en: {
    empty: "There is nothing here yet.",
    name: "Name",
    submit: "Create",
    view: "See",
    manage: "Look after",
  },
  es: { empty: "Todavía no hay nada aquí.", name: "Nombre", submit: "Crear", view: "Ver", manage: "Cuidar" },
} as const;

type Catalogue = Record<string, unknown> & { permissions: { actions: Record<string, unknown> } };

function addTexts(root: string, locale: keyof typeof texts, names: NounNames): void {
  const path = join(root, "messages", `${locale}.json`);
  const { empty, name, submit, view, manage } = texts[locale];
  const section = { title: names.Words, empty, form: { name, submit } };
  const catalogue = JSON.parse(readFileSync(path, "utf8")) as Catalogue;
  catalogue.permissions.actions[names.camels] = {
    view: `${view} ${names.words}`,
    manage: `${manage} ${names.words}`,
  };
  const sorted = Object.entries({ ...catalogue, [names.camels]: section }).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}

function insertBefore(path: string, marker: string, addition: string): void {
  const text = readFileSync(path, "utf8");
  const at = text.indexOf(marker);
  if (at < 0) throw new Error(`${path} has changed its form: no "${marker}" in it`);
  writeFileSync(path, text.slice(0, at) + addition + text.slice(at));
}
