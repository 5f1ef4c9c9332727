import { describe, expect, test } from "vitest";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { setCommunityArchived } from "@/lib/communities/commands/archive-community";
import { createCommunity } from "@/lib/communities/commands/create-community";
import { deleteCommunity } from "@/lib/communities/commands/delete-community";
import { updateCommunity } from "@/lib/communities/commands/update-community";
import { getCommunity } from "@/lib/communities/queries/list-communities";
import { newId } from "@/lib/shared/ids";
import { expectExactCounters } from "../../support/membership-counts";
import { aCommunity, aGroup } from "../../support/village";
import { aMember, aTenant, aWorld } from "../../support/world";

describe("creating a community", () => {
  test("H2, H4: it has its first lane, and its creator as first admin", async () => {
    const here = await aTenant();
    const id = await aCommunity(here);
    const { db } = here.as("owner");
    expect(
      await db.lane.findMany({ where: { communityId: id }, select: { number: true, memberCount: true } }),
    ).toEqual([{ number: 1, memberCount: 1 }]);
    const members = await db.communityMember.findMany({ where: { communityId: id } });
    expect(members).toMatchObject([{ memberId: here.ownerMemberId, role: "admin", lane: 1 }]);
    await expectExactCounters();
  });

  test("H4: staff without a member record get one, once, by the e-mail they sign in with", async () => {
    const here = await aTenant();
    const known = await aMember(here.tenantId, { email: here.staff.admin.email });
    await Promise.all([1, 2, 3].map((n) => createCommunity(here.as("admin"), { name: `Casa ${n}` })));
    const admins = await here.as("owner").db.communityMember.findMany({ select: { memberId: true } });
    expect(admins.map((one) => one.memberId)).toEqual([known, known, known]);
  });

  test("L6: 100 characters as a person counts them are a name, 101 are name_too_long; X23: it is cleaned", async () => {
    const here = await aTenant();
    const { id } = await createCommunity(here.as("owner"), {
      name: `  \u202e${"👨‍👩‍👧‍👦".repeat(100)}\u0007 `,
    });
    const made = await here.as("owner").db.community.findFirst({ where: { id }, select: { name: true } });
    expect(made?.name).toBe("👨‍👩‍👧‍👦".repeat(100));
    await expect(createCommunity(here.as("owner"), { name: "a".repeat(101) })).rejects.toMatchObject({
      code: "name_too_long",
      params: { maximum: 100 },
    });
    const zalgo = `e${"\u0301".repeat(3_000)}`;
    await expect(createCommunity(here.as("owner"), { name: zalgo })).rejects.toMatchObject({
      code: "name_too_long",
    });
    await expect(
      createCommunity(here.as("owner"), { name: "x", description: "d".repeat(2_049) }),
    ).rejects.toMatchObject({
      code: "invalid_input",
      issues: [{ path: "description" }],
    });
  });

  test("R2: marketer, finance, agent and members make none", async () => {
    const here = await aTenant();
    for (const role of ["marketer", "finance", "agent"] as const) {
      await expect(createCommunity(here.as(role), { name: "x" })).rejects.toMatchObject({
        code: "not_allowed",
      });
    }
    const memberId = await aMember(here.tenantId);
    await expect(createCommunity(here.as({ memberId }), { name: "x" })).rejects.toMatchObject({
      code: "not_allowed",
    });
  });

  test("an icon of another tenant is as unknown as one that does not exist", async () => {
    const { here, there } = await aWorld();
    const file = { id: newId(), purpose: "icon", contentType: "image/webp", byteSize: 1n, sha256: "x" };
    await there.as("owner").db.file.create({ data: file });
    const icon = { kind: "image" as const, value: file.id, tile: 0 };
    await expect(createCommunity(here.as("owner"), { name: "x", icon })).rejects.toMatchObject({
      issues: [{ path: "icon.value", code: "unknown_id" }],
    });
    expect(await createCommunity(there.as("owner"), { name: "x", icon })).toHaveProperty("id");
  });
});

describe("H6: archive, restore, delete", () => {
  test("an archived community takes no changes and no people, and comes back", async () => {
    const here = await aTenant();
    const communityId = await aCommunity(here);
    const memberIds = [await aMember(here.tenantId)];
    await setCommunityArchived(here.as("owner"), { communityId, archived: true });
    await expect(updateCommunity(here.as("owner"), { communityId, name: "y" })).rejects.toMatchObject({
      code: "read_only",
    });
    await expect(addCommunityMembers(here.as("owner"), { communityId, memberIds })).rejects.toMatchObject({
      code: "read_only",
    });
    await setCommunityArchived(here.as("owner"), { communityId, archived: false });
    await updateCommunity(here.as("owner"), { communityId, name: "y", icon: { kind: "emoji", value: "🏃" } });
    const now = await here.as("owner").db.community.findFirst({ where: { id: communityId } });
    expect(now).toMatchObject({ name: "y", icon: { kind: "emoji", value: "🏃", tile: 0 }, archivedAt: null });
  });

  test("deleting asks for the name, and takes rooms and memberships along", async () => {
    const here = await aTenant();
    const communityId = await aCommunity(here, "Corre Vila");
    await aGroup(here, communityId, { overflow: true });
    const wrong = deleteCommunity(here.as("owner"), { communityId, typedName: "corre" });
    await expect(wrong).rejects.toMatchObject({ issues: [{ path: "typedName", code: "name_differs" }] });
    await deleteCommunity(here.as("owner"), { communityId, typedName: " Corre Vila " });
    const { db } = here.as("owner");
    expect([await db.community.count(), await db.group.count(), await db.communityMember.count()]).toEqual([
      0, 0, 0,
    ]);
  });

  test("T3: another tenant's community does not exist here", async () => {
    const { here, there } = await aWorld();
    const communityId = await aCommunity(there);
    for (const act of [
      () => updateCommunity(here.as("owner"), { communityId, name: "x" }),
      () => setCommunityArchived(here.as("owner"), { communityId, archived: true }),
      () => deleteCommunity(here.as("owner"), { communityId }),
      () => addCommunityMembers(here.as("owner"), { communityId, memberIds: [] }),
      // An address that somebody typed.
      () => getCommunity(here.as("owner"), "new"),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: "not_found" });
    }
  });
});
