import { spawnSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { addToLists } from "./new-domain/edits";
import { fillIn, namesOf } from "./new-domain/names";

const templates = join(import.meta.dirname, "templates/domain");

// npm run new:domain <nouns> [<noun>], in the repository or, for its own test, in a copy of it.
const [plural = "", singular] = process.argv.slice(2);
const root = process.cwd();
try {
  makeDomain();
} catch (error) {
  console.error(`new:domain: ${(error as Error).message}`);
  process.exitCode = 1;
}

function makeDomain(): void {
  const names = namesOf(plural, singular);
  if (existsSync(join(root, "lib", names.kebabs))) throw new Error(`lib/${names.kebabs} exists already`);
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const written = globSync("**/*.txt", { cwd: templates }).map((template) => {
    const path = fillIn(template.replace(/\.txt$/, ""), names, stamp);
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), fillIn(readFileSync(join(templates, template), "utf8"), names, stamp));
    return path;
  });
  addToLists(root, names);
  spawnSync("biome", ["check", "--write", "lib", "components", "app", "tests", "worker", "messages"], {
    cwd: root,
  });
  spawnSync("tsx", ["scripts/write-permissions.ts"], { cwd: root });
  console.log(`${written.sort().join("\n")}\n`);
  console.log(
    [
      `A working, empty noun. What is yours to do:`,
      `- say what a ${names.word} is in lib/${names.kebabs}/README.md and docs/glossary.md`,
      `- give its texts in messages/*.json, and its place in the navigation`,
      `- add rows for create${names.Pascal}Action and the job ${names.kebabs}.archive to the tenancy matrix`,
      `- read the migration, then: npm run check && npm test`,
    ].join("\n"),
  );
}
