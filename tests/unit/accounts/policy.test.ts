import { expect, test } from "vitest";
import { canChangeRole, canGrantCommunities, canInviteStaff, canRemoveStaff } from "@/lib/accounts/policy";
import { STAFF_ROLES, type StaffActor, type StaffRole } from "@/lib/shared/actor";
import { sectionsOf } from "@/lib/tenants/section-rules";

const as = (role: StaffRole): StaffActor => ({
  kind: "staff",
  staffId: `staff-${role}`,
  userId: `user-${role}`,
  role,
  memberId: null,
  grantedCommunityIds: [],
});

test("R2: owner and admin invite, nobody else does", () => {
  expect(STAFF_ROLES.filter((role) => canInviteStaff(as(role)).ok)).toEqual(["owner", "admin"]);
  expect(canInviteStaff({ kind: "member", memberId: "m", userId: null }).ok).toBe(false);
});

test("R2: a role makes nobody owner, and only an owner unmakes one", () => {
  expect(canChangeRole(as("owner"), "admin", "owner").ok).toBe(false);
  expect(canChangeRole(as("owner"), "owner", "agent").ok).toBe(true);
  expect(canChangeRole(as("admin"), "admin", "owner").ok).toBe(false);
  expect(canChangeRole(as("admin"), "owner", "agent").ok).toBe(false);
  expect(canChangeRole(as("admin"), "marketer", "finance").ok).toBe(true);
  expect(canRemoveStaff(as("admin"), { id: "x", role: "owner" }).ok).toBe(false);
});

test("everybody may leave the team by themself, and remove others only with the right to", () => {
  expect(canRemoveStaff(as("agent"), { id: "staff-agent", role: "agent" }).ok).toBe(true);
  expect(canRemoveStaff(as("agent"), { id: "staff-finance", role: "finance" }).ok).toBe(false);
});

test("R2: communities are granted to marketers and agents only, since finance sees no member", () => {
  const granted = STAFF_ROLES.filter((role) => canGrantCommunities(as("owner"), role).ok);
  expect(granted).toEqual(["marketer", "agent"]);
  expect(canGrantCommunities(as("marketer"), "agent").ok).toBe(false);
});

test("R1, B7: the sections of the dashboard follow from the table of permissions", () => {
  expect(sectionsOf(as("owner"))).toContain("billing");
  expect(sectionsOf(as("finance"))).toEqual(["home", "billing", "settings"]);
  expect(sectionsOf(as("marketer"))).not.toContain("billing");
});
