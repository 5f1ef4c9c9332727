import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBoundaryProblems } from "@/scripts/checks/boundaries";
import { findConventionProblems } from "@/scripts/checks/conventions";
import { findMessageProblems } from "@/scripts/checks/messages";
import { fillIn, namesOf } from "@/scripts/new-domain/names";

const root = resolve(import.meta.dirname, "../..");
const copy = mkdtempSync(join(tmpdir(), "aldeia-new-domain-"));

/** Runs a program of node_modules/.bin in the copy. @returns what it printed when it failed, else nothing */
function complaintsOf(program: string, ...args: string[]): string {
  const bin = join(root, "node_modules/.bin");
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: copy,
    encoding: "utf8",
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
  });
  return status === 0 ? "" : stdout + stderr;
}

describe("npm run new:domain", () => {
  beforeAll(() => {
    const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {
      cwd: root,
      encoding: "utf8",
    });
    for (const file of files.trim().split("\n")) cpSync(join(root, file), join(copy, file));
    cpSync(join(root, "next-env.d.ts"), join(copy, "next-env.d.ts"));
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    expect(complaintsOf("tsx", "scripts/new-domain.ts", "saved-replies")).toBe("");
    expect(complaintsOf("node", "scripts/generate-client.mjs")).toBe("");
  }, 180_000);

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test("makes a noun that compiles", () => {
    expect(complaintsOf("tsc", "--noEmit")).toBe("");
  });

  test("makes a noun without a lint error, formatted", () => {
    expect(complaintsOf("biome", "check", "--error-on-warnings", "--vcs-enabled=false")).toBe("");
  });

  test("makes a noun whose imports, texts and files keep the rules", async () => {
    expect(await findBoundaryProblems(copy)).toEqual([]);
    expect(findMessageProblems(copy)).toEqual([]);
    expect(findConventionProblems(copy)).toEqual([]);
  });

  test("makes a noun whose own tests pass", () => {
    expect(complaintsOf("vitest", "run", "--project", "unit", "tests/unit/saved-replies")).toBe("");
  });

  test("makes a noun whose table is sealed and whose commands work in it", () => {
    expect(complaintsOf("vitest", "run", "--project", "integration", "tests/integration/saved-replies")).toBe(
      "",
    );
  });

  test("refuses a noun that exists, or that is not in the plural", () => {
    expect(complaintsOf("tsx", "scripts/new-domain.ts", "saved-replies")).toContain("exists already");
    expect(complaintsOf("tsx", "scripts/new-domain.ts", "fish")).toContain("Give it as the second word");
    expect(complaintsOf("tsx", "scripts/new-domain.ts", "Polls")).toContain("kebab-case");
  });
});

describe("The spellings of a noun", () => {
  test.each([
    ["polls", "poll", "poll", "Poll"],
    ["saved-replies", "saved-reply", "savedReply", "SavedReply"],
    ["inboxes", "inbox", "inbox", "Inbox"],
  ])("%s: one is a %s", (plural, kebab, camel, pascal) => {
    expect(namesOf(plural)).toMatchObject({ kebab, camel, Pascal: pascal });
  });

  test("fill a template", () => {
    expect(fillIn("lib/__kebabs__ __Pascal__ __stamp__", namesOf("polls"), "1")).toBe("lib/polls Poll 1");
  });
});
