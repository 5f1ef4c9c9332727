import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { findConventionProblems } from "@/scripts/checks/conventions";
import { findDocsProblems } from "@/scripts/checks/docs";
import { findEnvironmentProblems } from "@/scripts/checks/environment";
import { aTree } from "./temporary-tree";

const root = resolve(import.meta.dirname, "../..");
const manifest = { "package.json": JSON.stringify({ scripts: { start: "" } }), "package-lock.json": "{}" };

describe("Conventions", () => {
  test("hold in the whole repository", () => {
    expect(findConventionProblems(root)).toEqual([]);
  });

  test("a long file, a postponed problem, a loose version and a host in the lockfile are reported", () => {
    const tree = aTree({
      "lib/groups/rules.ts": "x\n".repeat(251),
      "lib/groups/policy.ts": `// ${"TO"}DO later`,
      "package.json": JSON.stringify({ dependencies: { zod: "^4.0.0" } }),
      "package-lock.json": JSON.stringify({
        packages: {
          "node_modules/zod": { resolved: "https://registry.example/zod.tgz" },
          "node_modules/fast": { optionalDependencies: { "fast-darwin": "1.0.0" } },
        },
      }),
    });
    expect(findConventionProblems(tree).sort()).toEqual([
      `lib/groups/policy.ts:1: ${"TO"}DO`,
      "lib/groups/rules.ts: 251 lines, at most 250",
      "package-lock.json lacks fast-darwin",
      "package-lock.json names a host: https://registry.example/zod.tgz (and 0 more)",
      "package.json: zod is not pinned to one version (^4.0.0)",
    ]);
  });
});

describe("The environment", () => {
  test("is explained in .env.example, name by name", () => {
    expect(findEnvironmentProblems(root)).toEqual([]);
  });

  test("a name that only one side knows is reported", () => {
    const tree = aTree({
      "lib/platform/env.ts": 'read("SMTP_URL"); read("PORT"); process.env.NODE_ENV',
      ".env.example": "PORT=3000\n# OLD_NAME=1\n",
    });
    expect(findEnvironmentProblems(tree)).toEqual([
      ".env.example lacks SMTP_URL",
      ".env.example has OLD_NAME, which nothing reads",
    ]);
  });
});

describe("The documents", () => {
  test("quote only what exists", () => {
    expect(findDocsProblems(root)).toEqual([]);
  });

  test("a missing path, link, script or name, and a limit that moved, are reported", () => {
    const tree = aTree({
      ...manifest,
      "lib/platform/env.ts": 'read("PORT")',
      "lib/tenants/limits.ts": "export const defaults = { membersPerGroup: 1_024 };",
      "README.md": [
        "`npm start` reads `PORT` and `OLD_NAME`; see `lib/gone/rules.ts`, [this](docs/gone.md), `npm run gone`.",
        "`membersPerGroup = 1,024` and `membersPerGroup = 2,048`",
      ].join("\n"),
    });
    expect(findDocsProblems(tree)).toEqual([
      "README.md: lib/gone/rules.ts does not exist",
      "README.md: link to docs/gone.md, which does not exist",
      "README.md: npm script gone does not exist",
      "README.md: environment name OLD_NAME is read by nothing",
      "README.md: membersPerGroup is not 2,048 in lib/tenants/limits.ts",
    ]);
  });
});
