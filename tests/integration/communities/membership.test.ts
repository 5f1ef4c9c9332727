import { describe, expect, test } from "vitest";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { leaveCommunity } from "@/lib/communities/commands/leave-community";
import { setCommunityRole } from "@/lib/communities/commands/set-community-role";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { newId } from "@/lib/shared/ids";
import { expectExactCounters } from "../../support/membership-counts";
import { aCommunity, aGroup, limitTo, someMembers } from "../../support/village";
import { aMember, aTenant, aWorld } from "../../support/world";

describe("adding many to a community", () => {
  test("L3, L5: 25,000 ids fill it to 21,504 over five lanes of at most 5,000; the rest are refused row by row", async () => {
    const here = await aTenant();
    const communityId = await aCommunity(here);
    const memberIds = await someMembers(here.tenantId, 25_000);
    const result = await addCommunityMembers(here.as("owner"), { communityId, memberIds });
    expect(result.added).toBe(21_503);
    expect(result.refused).toHaveLength(25_000 - 21_503);
    expect(result.refused[0]).toEqual({ index: 21_503, code: "community_full" });
    const lanes = await here
      .as("owner")
      .db.lane.findMany({ where: { communityId }, orderBy: { number: "asc" } });
    expect(lanes.map((lane) => lane.memberCount)).toEqual([5_000, 5_000, 5_000, 5_000, 1_504]);
    await expectExactCounters();
  });

  test("who is in stays, repeated rows count once, unknown and foreign ids are refused alike", async () => {
    const { here, there } = await aWorld();
    const communityId = await aCommunity(here);
    const [a, b] = await someMembers(here.tenantId, 2);
    const foreign = await aMember(there.tenantId);
    const memberIds = [a ?? "", here.ownerMemberId, b ?? "", a ?? "", newId(), foreign, "not an id"];
    const result = await addCommunityMembers(here.as("owner"), { communityId, memberIds });
    expect(result).toEqual({
      added: 2,
      unchanged: 2,
      refused: [4, 5, 6].map((index) => ({ index, code: "unknown_id" })),
    });
  });

  test("L13: a limit lowered below today's size stops growth only", async () => {
    const here = await aTenant();
    const communityId = await aCommunity(here);
    await addCommunityMembers(here.as("owner"), {
      communityId,
      memberIds: await someMembers(here.tenantId, 5),
    });
    await limitTo(here, { communityMembers: 3 });
    const more = await addCommunityMembers(here.as("owner"), {
      communityId,
      memberIds: await someMembers(here.tenantId, 1),
    });
    expect(more).toEqual({ added: 0, unchanged: 0, refused: [{ index: 0, code: "community_full" }] });
    expect(await here.as("owner").db.communityMember.count({ where: { communityId } })).toBe(6);
  });

  test("R3: a community admin adds, a plain member does not, a stranger finds no community", async () => {
    const here = await aTenant();
    const communityId = await aCommunity(here);
    const [admin = "", plain = "", stranger = "", wanted = ""] = await someMembers(here.tenantId, 4);
    await addCommunityMembers(here.as("owner"), { communityId, memberIds: [admin], role: "admin" });
    await addCommunityMembers(here.as("owner"), { communityId, memberIds: [plain] });
    const add = (memberId: string) =>
      addCommunityMembers(here.as({ memberId }), { communityId, memberIds: [wanted] });
    await expect(add(plain)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(add(stranger)).rejects.toMatchObject({ code: "not_found" });
    expect(await add(admin)).toMatchObject({ added: 1 });
  });
});

describe("leaving a community", () => {
  test("H3: it leaves all its rooms; counters and lanes stay exact, empty lanes close", async () => {
    const here = await aTenant();
    await limitTo(here, { laneMembers: 2 });
    const communityId = await aCommunity(here);
    const groupId = await aGroup(here, communityId);
    const memberIds = await someMembers(here.tenantId, 4);
    await addGroupMembers(here.as("owner"), { groupId, memberIds });
    for (const memberId of memberIds.slice(1)) {
      await leaveCommunity(here.as({ memberId }), { communityId, memberId });
    }
    await expectExactCounters();
    const { db } = here.as("owner");
    expect(await db.groupMember.count({ where: { groupId } })).toBe(2);
    expect(await db.lane.count({ where: { communityId } })).toBe(1);
    const told = await db.membershipEvent.findMany({
      where: { memberId: memberIds[1] ?? "" },
      select: { event: true, groupId: true },
    });
    expect(told.map((event) => event.event).sort()).toEqual(["joined", "joined", "left", "left"]);
  });

  test("one who is not in it is not_a_member; a plain member removes nobody else", async () => {
    const here = await aTenant();
    const communityId = await aCommunity(here);
    const [a = "", b = ""] = await someMembers(here.tenantId, 2);
    await addCommunityMembers(here.as("owner"), { communityId, memberIds: [a] });
    await expect(leaveCommunity(here.as("owner"), { communityId, memberId: b })).rejects.toMatchObject({
      code: "not_a_member",
    });
    const removal = leaveCommunity(here.as({ memberId: a }), { communityId, memberId: here.ownerMemberId });
    await expect(removal).rejects.toMatchObject({ code: "not_allowed" });
  });
});

describe("H4, X16: the last admin", () => {
  test("cannot leave, be removed or demoted before another is named", async () => {
    const here = await aTenant();
    const communityId = await aCommunity(here);
    const memberId = here.ownerMemberId;
    await expect(leaveCommunity(here.as("owner"), { communityId, memberId })).rejects.toMatchObject({
      code: "last_admin",
    });
    await expect(
      setCommunityRole(here.as("admin"), { communityId, memberId, role: "member" }),
    ).rejects.toMatchObject({ code: "last_admin" });
    const [next = ""] = await someMembers(here.tenantId, 1);
    await addCommunityMembers(here.as("owner"), { communityId, memberIds: [next] });
    await setCommunityRole(here.as("owner"), { communityId, memberId: next, role: "admin" });
    await leaveCommunity(here.as("owner"), { communityId, memberId });
    await expectExactCounters();
  });

  test("of a room holds its admin in the community too", async () => {
    const here = await aTenant();
    const communityId = await aCommunity(here);
    await aGroup(here, communityId, { name: "Trilha" });
    const [next = ""] = await someMembers(here.tenantId, 1);
    await addCommunityMembers(here.as("owner"), { communityId, memberIds: [next], role: "admin" });
    const leaving = leaveCommunity(here.as("owner"), { communityId, memberId: here.ownerMemberId });
    await expect(leaving).rejects.toMatchObject({ code: "last_admin", params: { name: "Trilha" } });
  });

  test("when the last two leave at once, one stays", async () => {
    const here = await aTenant();
    const communityId = await aCommunity(here);
    const [second = ""] = await someMembers(here.tenantId, 1);
    await addCommunityMembers(here.as("owner"), { communityId, memberIds: [second], role: "admin" });
    const leavers = [second, here.ownerMemberId].map((memberId) =>
      leaveCommunity(here.as({ memberId }), { communityId, memberId }),
    );
    const outcomes = await Promise.allSettled(leavers);
    expect(outcomes.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expectExactCounters();
  });
});

test("L9: with one place left in the community and 200 joining, exactly one gets in", async () => {
  const here = await aTenant();
  await limitTo(here, { communityMembers: 2 });
  const communityId = await aCommunity(here);
  const memberIds = await someMembers(here.tenantId, 200);
  const joins = memberIds.map((id) =>
    addCommunityMembers(here.as("owner"), { communityId, memberIds: [id] }),
  );
  const added = (await Promise.all(joins)).map((one) => one.added);
  expect(added.reduce((sum, one) => sum + one, 0)).toBe(1);
  await expectExactCounters();
}, 60_000);
