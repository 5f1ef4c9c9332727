import { expect, test } from "vitest";
import { transferOwnership } from "@/lib/accounts/commands/transfer-ownership";
import { findStaffActor } from "@/lib/accounts/queries/find-staff-actor";
import { updateLimits, updateWorkSettings } from "@/lib/tenants/commands/update-limits";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { findSettings } from "@/lib/tenants/queries/find-settings";
import { limitsInput } from "@/lib/tenants/schema";
import { aTenant, aWorld, type Neighbour } from "../../support/world";

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: { code: string }) => error.code,
  );
const roleOf = async (here: Neighbour, who: "owner" | "admin" | "marketer") =>
  (await findStaffActor(here.tenantId, here.staff[who].userId))?.role;

test("R2: the owner gives ownership in one step and stays as admin; nobody else may", async () => {
  const here = await aTenant();
  expect(await refusalOf(transferOwnership(here.as("admin"), here.staff.admin.staffId))).toBe("not_allowed");
  await transferOwnership(here.as("owner"), here.staff.marketer.staffId);
  expect([await roleOf(here, "owner"), await roleOf(here, "marketer")]).toEqual(["admin", "owner"]);
});

test("R7: who gave it away cannot give it again with the rights of before", async () => {
  const here = await aTenant();
  const before = here.as("owner");
  await transferOwnership(before, here.staff.admin.staffId);
  expect(await refusalOf(transferOwnership(before, here.staff.marketer.staffId))).toBe("not_allowed");
  const owners = await before.db.staff.count({ where: { role: "owner" } });
  expect(owners).toBe(1);
});

test("given to two people at the same moment, one of them owns it", async () => {
  const here = await aTenant();
  const to = [here.staff.admin.staffId, here.staff.marketer.staffId];
  await Promise.allSettled(to.map((staffId) => transferOwnership({ ...here.as("owner") }, staffId)));
  expect(await here.as("owner").db.staff.count({ where: { role: "owner" } })).toBe(1);
});

test("T3: somebody of another tenant is as unknown as nobody", async () => {
  const { here, there } = await aWorld();
  expect(await refusalOf(transferOwnership(here.as("owner"), there.staff.admin.staffId))).toBe(
    "invalid_input",
  );
});

test("L: limits of the tenant's own are in force, never above the profile's, and leave what is not named", async () => {
  const here = await aTenant();
  const ctx = here.as("admin");
  const own = { groupMembers: 500, communityGroups: 21, communityMembers: 21_504, laneMembers: 5_000 };
  await updateLimits(ctx, own);
  expect(await findLimits(ctx)).toMatchObject({ ...own, announcementBodyGraphemes: 4_096 });
  expect(limitsInput.safeParse({ ...own, groupMembers: "1025" }).success).toBe(false);
  expect(limitsInput.safeParse({ ...own, laneMembers: "0" }).success).toBe(false);
  expect(await refusalOf(updateLimits(here.as("finance"), own))).toBe("not_allowed");
});

test("H9, A7: how the tenant works is in force at once", async () => {
  const here = await aTenant();
  await updateWorkSettings(here.as("owner"), {
    confirmThreshold: 50,
    adminActiveDays: 10,
    weeklyAnnouncements: 7,
    weeklyPromotions: 2,
  });
  expect(await findSettings(here.as("owner"))).toMatchObject({ confirmThreshold: 50, adminActiveDays: 10 });
});
