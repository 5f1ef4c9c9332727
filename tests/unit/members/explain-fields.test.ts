import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainFields } from "@/lib/members/visibility/explain";
import { GRANTS, type GrantingRule, visibleFields } from "@/lib/members/visibility/policy";
import type { Relation } from "@/lib/members/visibility/types";

const NOTHING: Relation = {
  self: false,
  sharedGroups: [],
  administeredGroups: [],
  administeredCommunities: [],
  ledCommunities: [],
  staff: null,
  system: false,
};
const apart = { sharesCommunity: false };
const fieldOf = (relation: Partial<Relation>, name: string, place = apart) =>
  explainFields(visibleFields({ ...NOTHING, ...relation }), place).find(({ field }) => field === name);

describe("P15: the simulator says field by field what shows and why", () => {
  test("P2: sharing a group shows the number, by that group, and no details", () => {
    const relation = { sharedGroups: ["g"] };
    expect(fieldOf(relation, "phone")).toMatchObject({
      shows: "all",
      reasons: [{ rule: "P2", roomId: "g" }],
    });
    expect(fieldOf(relation, "details")).toMatchObject({
      shows: "none",
      reasons: [],
      withheld: "rules_show_less",
    });
  });

  test("P3: the same community and no group together shows nothing, and says so", () => {
    expect(fieldOf({}, "name", { sharesCommunity: true })).toMatchObject({ withheld: "no_shared_group" });
    expect(fieldOf({}, "name")).toMatchObject({ withheld: "nothing_shared" });
  });

  test("P8: of a number the end alone, and what shows all of it is not the marketer's rule", () => {
    const staff = { role: "marketer", grantedCommunities: ["c"] } as const;
    expect(fieldOf({ staff }, "phone")).toMatchObject({ shows: "masked", reasons: [{ rule: "P8" }] });
    expect(fieldOf({ staff, self: true }, "phone")).toMatchObject({
      shows: "all",
      reasons: [{ rule: "P1" }],
    });
  });

  test("P9: finance is shown nothing", () => {
    const staff = { role: "finance", grantedCommunities: [] } as const;
    for (const field of ["name", "phone", "photo", "details"])
      expect(fieldOf({ staff }, field)).toMatchObject({ shows: "none", withheld: "nothing_shared" });
  });

  test("of every relation: each field that shows has a rule that grants it, each that does not has a cause", () => {
    const ids = fc.subarray(["r1", "r2", "r3"]);
    const relation = fc.record({
      self: fc.boolean(),
      system: fc.boolean(),
      sharedGroups: ids,
      administeredGroups: ids,
      administeredCommunities: ids,
      ledCommunities: ids,
      staff: fc.option(
        fc.record({
          role: fc.constantFrom("owner" as const, "admin", "marketer", "agent", "finance"),
          grantedCommunities: ids,
        }),
      ),
    });
    fc.assert(
      fc.property(relation, fc.boolean(), (facts, sharesCommunity) => {
        const seen = visibleFields(facts);
        const shown = { ...seen, phone: seen.phone || seen.phoneMasked, details: seen.details !== "none" };
        for (const { field, shows, reasons, withheld } of explainFields(seen, { sharesCommunity })) {
          expect(shows !== "none").toBe(shown[field]);
          expect(reasons.length > 0).toBe(shown[field]);
          expect(withheld === null).toBe(shown[field]);
          for (const reason of reasons) expect(seen.reasons).toContain(reason);
          if (field === "details")
            expect(reasons.every(({ rule }) => GRANTS[rule as GrantingRule].details === shows)).toBe(true);
        }
      }),
    );
  });
});
