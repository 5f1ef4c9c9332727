import { describe, expect, test } from "vitest";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { deleteCommunity } from "@/lib/communities/commands/delete-community";
import { countWhatGoes } from "@/lib/communities/queries/count-what-goes";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { setGroupArchived } from "@/lib/groups/commands/archive-group";
import { createGroup } from "@/lib/groups/commands/create-group";
import { deleteGroup } from "@/lib/groups/commands/delete-group";
import { leaveGroup } from "@/lib/groups/commands/leave-group";
import { setGroupRole } from "@/lib/groups/commands/set-group-role";
import { updateGroup } from "@/lib/groups/commands/update-group";
import { expectExactCounters } from "../../support/membership-counts";
import { aCommunity, aGroup, limitTo, someMembers } from "../../support/village";
import { aTenant, aWorld } from "../../support/world";

describe("rooms of a community", () => {
  test("L2: 21 rooms, the 22nd is refused; at once only as many as fit get in", async () => {
    const here = await aTenant();
    const communityId = await aCommunity(here);
    const tries = Array.from({ length: 23 }, (_, n) =>
      createGroup(here.as("owner"), { communityId, name: `Sala ${n}` }),
    );
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(21);
    const refusal = outcomes.find((one) => one.status === "rejected");
    expect(refusal).toMatchObject({ reason: { code: "group_limit_reached", params: { limit: 21 } } });
    await expectExactCounters();
  });

  test("L13: an archived room frees its place, and needs one to come back", async () => {
    const here = await aTenant();
    await limitTo(here, { communityGroups: 1 });
    const communityId = await aCommunity(here);
    const groupId = await aGroup(here, communityId);
    await setGroupArchived(here.as("owner"), { groupId, archived: true });
    const [memberId = ""] = await someMembers(here.tenantId, 1);
    const joining = addGroupMembers(here.as("owner"), { groupId, memberIds: [memberId] });
    await expect(joining).rejects.toMatchObject({ code: "read_only" });
    const other = await aGroup(here, communityId);
    const back = setGroupArchived(here.as("owner"), { groupId, archived: false });
    await expect(back).rejects.toMatchObject({ code: "group_limit_reached" });
    await deleteGroup(here.as("owner"), { groupId: other, typedName: "Iniciantes" });
    await setGroupArchived(here.as("owner"), { groupId, archived: false });
    await expectExactCounters();
  });

  test("R3, R4: a community admin makes and edits rooms, a room's admin does not", async () => {
    const here = await aTenant();
    const communityId = await aCommunity(here);
    const groupId = await aGroup(here, communityId);
    const [roomAdmin = "", houseAdmin = "", wanted = ""] = await someMembers(here.tenantId, 3);
    await addGroupMembers(here.as("owner"), { groupId, memberIds: [roomAdmin], role: "admin" });
    await addCommunityMembers(here.as("owner"), { communityId, memberIds: [houseAdmin], role: "admin" });
    const asRoomAdmin = here.as({ memberId: roomAdmin });
    await expect(createGroup(asRoomAdmin, { communityId, name: "x" })).rejects.toMatchObject({
      code: "not_allowed",
    });
    await expect(updateGroup(asRoomAdmin, { groupId, name: "x" })).rejects.toMatchObject({
      code: "not_allowed",
    });
    expect(await addGroupMembers(asRoomAdmin, { groupId, memberIds: [wanted] })).toMatchObject({ added: 1 });
    await updateGroup(here.as({ memberId: houseAdmin }), { groupId, name: "Trilha" });
    await createGroup(here.as({ memberId: houseAdmin }), { communityId, name: "Caronas" });
    await expectExactCounters();
  });
});

describe("joining and leaving rooms", () => {
  test("H3: joining a room joins the community; X12: leaving it keeps the community", async () => {
    const here = await aTenant();
    const communityId = await aCommunity(here);
    const groupId = await aGroup(here, communityId);
    const [memberId = ""] = await someMembers(here.tenantId, 1);
    expect(await addGroupMembers(here.as("owner"), { groupId, memberIds: [memberId] })).toEqual({
      added: 1,
      unchanged: 0,
      refused: [],
      placed: [{ groupId, count: 1 }],
      mayWait: false,
    });
    await leaveGroup(here.as({ memberId }), { groupId, memberId });
    const { db } = here.as("owner");
    expect(await db.communityMember.count({ where: { communityId, memberId } })).toBe(1);
    await expect(leaveGroup(here.as({ memberId }), { groupId, memberId })).rejects.toMatchObject({
      code: "not_a_member",
    });
    await expectExactCounters();
  });

  test("L1: 1,025 ids fill a room to 1,024 with its creator; the rest are group_full", async () => {
    const here = await aTenant();
    const groupId = await aGroup(here, await aCommunity(here));
    const memberIds = await someMembers(here.tenantId, 1_025);
    const result = await addGroupMembers(here.as("owner"), { groupId, memberIds });
    expect(result).toMatchObject({
      added: 1_023,
      refused: [{ index: 1_023, code: "group_full" }, { index: 1_024 }],
    });
    await expectExactCounters();
  });

  test("L12: who is in the community already joins a room although the community is full", async () => {
    const here = await aTenant();
    await limitTo(here, { communityMembers: 2 });
    const communityId = await aCommunity(here);
    const groupId = await aGroup(here, communityId);
    const [known = "", stranger = ""] = await someMembers(here.tenantId, 2);
    await addCommunityMembers(here.as("owner"), { communityId, memberIds: [known] });
    const result = await addGroupMembers(here.as("owner"), { groupId, memberIds: [stranger, known] });
    expect(result).toMatchObject({ added: 1, refused: [{ index: 0, code: "community_full" }] });
    await expectExactCounters();
  });

  test("H4: the last admin of a room cannot leave or be demoted; of two leaving at once, one stays", async () => {
    const here = await aTenant();
    const groupId = await aGroup(here, await aCommunity(here));
    const memberId = here.ownerMemberId;
    await expect(leaveGroup(here.as("owner"), { groupId, memberId })).rejects.toMatchObject({
      code: "last_admin",
    });
    await expect(setGroupRole(here.as("owner"), { groupId, memberId, role: "member" })).rejects.toMatchObject(
      { code: "last_admin" },
    );
    const [second = ""] = await someMembers(here.tenantId, 1);
    await addGroupMembers(here.as("owner"), { groupId, memberIds: [second] });
    await setGroupRole(here.as("owner"), { groupId, memberId: second, role: "admin" });
    const leaving = [memberId, second].map((id) =>
      leaveGroup(here.as({ memberId: id }), { groupId, memberId: id }),
    );
    const outcomes = await Promise.allSettled(leaving);
    expect(outcomes.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expectExactCounters();
  });

  test("T3: another tenant's room does not exist here", async () => {
    const { here, there } = await aWorld();
    const groupId = await aGroup(there, await aCommunity(there));
    const memberId = here.ownerMemberId;
    for (const act of [
      () => addGroupMembers(here.as("owner"), { groupId, memberIds: [memberId] }),
      () => leaveGroup(here.as("owner"), { groupId, memberId }),
      () => setGroupRole(here.as("owner"), { groupId, memberId, role: "admin" }),
      () => updateGroup(here.as("owner"), { groupId, name: "x" }),
      () => setGroupArchived(here.as("owner"), { groupId, archived: true }),
      () => deleteGroup(here.as("owner"), { groupId }),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("L10: overflow", () => {
  test("a full room fills siblings within L2, each with an admin; the rest are group_full", async () => {
    const here = await aTenant();
    await limitTo(here, { groupMembers: 3, communityGroups: 3 });
    const communityId = await aCommunity(here);
    const groupId = await aGroup(here, communityId, { overflow: true });
    const memberIds = await someMembers(here.tenantId, 9);
    const result = await addGroupMembers(here.as("owner"), { groupId, memberIds });
    expect(result.placed.map((room) => room.count)).toEqual([2, 2, 2]);
    expect(result.refused.map((row) => row.code)).toEqual(["group_full", "group_full", "group_full"]);
    const rooms = await here.as("owner").db.group.findMany({ orderBy: { position: "asc" } });
    expect(rooms.map((room) => room.name)).toEqual(["Iniciantes", "Iniciantes · 2", "Iniciantes · 3"]);
    const again = await addGroupMembers(here.as("owner"), { groupId, memberIds: memberIds.slice(0, 6) });
    expect(again).toMatchObject({ added: 0, unchanged: 6 });
    await expectExactCounters();
  });

  test("100 joining one by one at once open each sibling once", async () => {
    const here = await aTenant();
    await limitTo(here, { groupMembers: 26 });
    const groupId = await aGroup(here, await aCommunity(here), { overflow: true });
    const memberIds = await someMembers(here.tenantId, 100);
    await Promise.all(memberIds.map((id) => addGroupMembers(here.as("owner"), { groupId, memberIds: [id] })));
    expect(await here.as("owner").db.group.count()).toBe(4);
    await expectExactCounters();
  }, 60_000);
});

test("L9: with one place left in a room and 200 joining, exactly one gets in", async () => {
  const here = await aTenant();
  await limitTo(here, { groupMembers: 2 });
  const groupId = await aGroup(here, await aCommunity(here));
  const memberIds = await someMembers(here.tenantId, 200);
  const joins = memberIds.map((id) => addGroupMembers(here.as("owner"), { groupId, memberIds: [id] }));
  const results = await Promise.all(joins);
  expect(results.filter((one) => one.added === 1)).toHaveLength(1);
  expect(results.filter((one) => one.refused[0]?.code === "group_full")).toHaveLength(199);
  await expectExactCounters();
}, 60_000);

test("H6: before a room is deleted it says what goes; afterwards the history says who was in it", async () => {
  const here = await aTenant();
  const owner = here.as("owner");
  const communityId = await aCommunity(here);
  const groupId = await aGroup(here, communityId);
  const memberIds = await someMembers(here.tenantId, 3);
  await addGroupMembers(owner, { groupId, memberIds });
  await postMessage(owner, { groupId, body: "Bom dia" });
  const goes = { groups: 1, people: 4, messages: 1, invites: 0, requests: 0 };
  expect(await countWhatGoes(owner, { communityId, groupId })).toEqual(goes);
  await deleteGroup(owner, { groupId, typedName: "Iniciantes" });
  const events = await owner.db.membershipEvent.findMany({ where: { groupId, event: "removed" } });
  expect(events.map(({ memberId }) => memberId).sort()).toEqual([here.ownerMemberId, ...memberIds].sort());
  await deleteCommunity(owner, { communityId });
  expect(
    await owner.db.membershipEvent.count({ where: { communityId, groupId: null, event: "removed" } }),
  ).toBe(4);
});
