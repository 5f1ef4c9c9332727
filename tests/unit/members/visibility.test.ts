import { describe, expect, test } from "vitest";
import { visibleFields } from "@/lib/members/visibility/policy";
import type { Relation } from "@/lib/members/visibility/types";
import type { StaffRole } from "@/lib/shared/actor";

const strangers: Relation = {
  self: false,
  sharedGroups: [],
  administeredGroups: [],
  administeredCommunities: [],
  ledCommunities: [],
  staff: null,
  system: false,
};
const staff = (role: StaffRole, grantedCommunities: string[] = []): Relation => ({
  ...strangers,
  staff: { role, grantedCommunities },
});

/** name, phone, photo, details as the table P writes them. */
function row(relation: Relation): string {
  const { name, phone, phoneMasked, photo, details } = visibleFields(relation);
  const shownPhone = phoneMasked ? "masked" : phone;
  return [name, shownPhone, photo, details].join(" ");
}

describe("the table P", () => {
  test.each([
    ["P1 themself", { ...strangers, self: true }, "true true true all_but_notes"],
    ["P2 shares a group", { ...strangers, sharedGroups: ["g"] }, "true true true none"],
    ["P3 same community, no shared group", strangers, "false false false none"],
    [
      "P4 group admin of a shared group",
      { ...strangers, sharedGroups: ["g"], administeredGroups: ["g"] },
      "true true true all_but_notes",
    ],
    ["P5 group admin elsewhere in the community", strangers, "false false false none"],
    ["P6 community admin", { ...strangers, administeredCommunities: ["c"] }, "true true true all_but_notes"],
    ["P7 owner", staff("owner"), "true true true all"],
    ["P7 admin", staff("admin"), "true true true all"],
    ["P8 marketer, granted", staff("marketer", ["c"]), "true masked true tags"],
    ["P8 agent, granted", staff("agent", ["c"]), "true masked true tags"],
    ["P8 marketer, not granted", staff("marketer"), "false false false none"],
    ["P9 finance, even if granted", staff("finance", ["c"]), "false false false none"],
    ["P10 anyone at a community admin", { ...strangers, ledCommunities: ["c"] }, "true false true none"],
    [
      "P10 with P2: the phone too",
      { ...strangers, ledCommunities: ["c"], sharedGroups: ["g"] },
      "true true true none",
    ],
  ])("%s", (_, relation, expected) => {
    expect(row(relation)).toBe(expected);
  });

  test("P15: every grant names its rule and its room", () => {
    const { reasons } = visibleFields({ ...strangers, sharedGroups: ["g1", "g2"], ledCommunities: ["c"] });
    expect(reasons).toEqual([
      { rule: "P2", roomId: "g1" },
      { rule: "P2", roomId: "g2" },
      { rule: "P10", roomId: "c" },
    ]);
  });
});
