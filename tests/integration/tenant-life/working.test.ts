import { expect, test } from "vitest";
import { updateLimits, updateWorkSettings } from "@/lib/tenants/commands/update-limits";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { findSettings } from "@/lib/tenants/queries/find-settings";
import { limitsInput } from "@/lib/tenants/schema";
import { aTenant } from "../../support/world";

test("L: limits of the tenant's own are in force, never above the profile's, and leave what is not named", async () => {
  const here = await aTenant();
  const ctx = here.as("admin");
  const own = { groupMembers: 500, communityGroups: 21, communityMembers: 21_504, laneMembers: 5_000 };
  await updateLimits(ctx, own);
  expect(await findLimits(ctx)).toMatchObject({ ...own, announcementBodyGraphemes: 4_096 });
  expect(limitsInput.safeParse({ ...own, groupMembers: "1025" }).success).toBe(false);
  expect(limitsInput.safeParse({ ...own, laneMembers: "0" }).success).toBe(false);
  await expect(updateLimits(here.as("finance"), own)).rejects.toMatchObject({ code: "not_allowed" });
});

test("H9, A7: how the tenant works is in force at once", async () => {
  const here = await aTenant();
  await updateWorkSettings(here.as("owner"), {
    confirmThreshold: 50,
    adminActiveDays: 10,
    weeklyAnnouncements: 7,
  });
  expect(await findSettings(here.as("owner"))).toMatchObject({ confirmThreshold: 50, adminActiveDays: 10 });
});
