import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { cruiseTree, findBoundaryProblems, ruleNames } from "@/scripts/checks/boundaries";

const root = resolve(import.meta.dirname, "../..");
const fixtures = join(import.meta.dirname, "fixtures");
const rules = await ruleNames();

describe("Imports go one way", () => {
  test("the product breaks no rule, and every source file was read", async () => {
    expect(await findBoundaryProblems(root)).toEqual([]);
  });

  test.each(rules)("%s reports its deliberate violation", async (rule) => {
    const fixture = join(fixtures, rule);
    expect(existsSync(fixture), `${rule} has no fixture`).toBe(true);
    const { violations } = await cruiseTree(fixture);
    expect(violations.map((violation) => violation.rule)).toContain(rule);
  });
});
