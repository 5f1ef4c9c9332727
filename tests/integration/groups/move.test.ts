import { describe, expect, test } from "vitest";
import { banMember } from "@/lib/bans/commands/ban-member";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { setCommunityArchived } from "@/lib/communities/commands/archive-community";
import { setCommunityRole } from "@/lib/communities/commands/set-community-role";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { listMessages } from "@/lib/conversations/queries/list-messages";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { moveGroup } from "@/lib/groups/commands/move-group";
import { previewMove } from "@/lib/groups/queries/preview-move";
import { createInvite } from "@/lib/invites/commands/create-invite";
import { unsafeJoinByInvite } from "@/lib/invites/commands/join-by-invite";
import { inviteContext } from "@/lib/invites/queries/find-invitation";
import { expectExactCounters } from "../../support/membership-counts";
import { aCommunity, aGroup, limitTo, someMembers } from "../../support/village";
import { aTenant, aWorld } from "../../support/world";

/** Two houses; a room of the first with one who is only there, one who is in another room too, one who is in both houses. */
async function twoHouses() {
  const here = await aTenant();
  const owner = here.as("owner");
  const [from, to] = [await aCommunity(here, "Velha"), await aCommunity(here, "Nova")];
  const groupId = await aGroup(here, from);
  const other = await aGroup(here, from, { name: "Outra" });
  const [only = "", twice = "", both = ""] = await someMembers(here.tenantId, 3);
  await addGroupMembers(owner, { groupId, memberIds: [only, twice, both] });
  await addGroupMembers(owner, { groupId: other, memberIds: [twice] });
  await addCommunityMembers(owner, { communityId: to, memberIds: [both] });
  const inside = async (communityId: string) => {
    const rows = await owner.db.communityMember.findMany({ where: { communityId } });
    return new Set(rows.map(({ memberId }) => memberId));
  };
  return { here, owner, from, to, groupId, other, only, twice, both, inside };
}

describe("H5: a room that moves", () => {
  test("takes its people along; who had only this tie leaves the old house, who has another stays", async () => {
    const { owner, from, to, groupId, only, twice, both, inside, here } = await twoHouses();
    expect(await previewMove(owner, { groupId, communityId: to })).toMatchObject({
      people: 4,
      newcomers: 2,
      leavers: 2,
      banned: 0,
    });
    await moveGroup(owner, { groupId, communityId: to });
    expect(await inside(to)).toEqual(new Set([here.ownerMemberId, only, twice, both]));
    expect(await inside(from)).toEqual(new Set([here.ownerMemberId, twice]));
    expect(await owner.db.groupMember.count({ where: { groupId, communityId: to } })).toBe(4);
    await expectExactCounters();
  });

  test("H4: an admin of the old house stays in it", async () => {
    const { owner, from, to, groupId, only, inside } = await twoHouses();
    await setCommunityRole(owner, { communityId: from, memberId: only, role: "admin" });
    await moveGroup(owner, { groupId, communityId: to });
    expect((await inside(from)).has(only)).toBe(true);
    await expectExactCounters();
  });

  test("keeps its messages, its invites and the requests at its door", async () => {
    const { here, owner, to, groupId, only } = await twoHouses();
    await postMessage(here.as({ memberId: only }), { groupId, body: "Bom dia" });
    const [joiner = "", asker = ""] = await someMembers(here.tenantId, 2);
    const from = await fromOf(owner, groupId);
    const { token } = await createInvite(owner, { communityId: from, groupId });
    await owner.db.joinRequest.create({
      data: { id: crypto.randomUUID(), communityId: from, groupId, memberId: asker },
    });
    await moveGroup(owner, { groupId, communityId: to });
    const visitor = inviteContext(token, { now: owner.now, locale: "pt-BR", ip: null });
    const joined = await unsafeJoinByInvite(visitor ?? owner, { token, memberId: joiner });
    expect(joined).toEqual({ status: "joined", communityId: to, groupId });
    expect(await owner.db.joinRequest.count({ where: { groupId, communityId: to } })).toBe(1);
    const { data } = await listMessages(here.as({ memberId: only }), { groupId, limit: 10 });
    expect(data.map(({ body }) => body)).toEqual(["Bom dia"]);
  });

  test("tells the history of each person: out of the old room and house, into the new", async () => {
    const { owner, from, to, groupId, only } = await twoHouses();
    await moveGroup({ ...owner, now: new Date("2026-03-04T15:00:00Z") }, { groupId, communityId: to });
    const events = await owner.db.membershipEvent.findMany({
      where: { memberId: only, at: { gt: owner.now } },
      select: { communityId: true, groupId: true, event: true },
    });
    expect(events).toHaveLength(4);
    expect(events).toEqual(
      expect.arrayContaining([
        { communityId: from, groupId, event: "left" },
        { communityId: from, groupId: null, event: "left" },
        { communityId: to, groupId, event: "joined" },
        { communityId: to, groupId: null, event: "joined" },
      ]),
    );
  });

  test("leaves its overflow family; the oldest other room leads on", async () => {
    const { here, owner, from, to } = await twoHouses();
    await limitTo(here, { groupMembers: 2 });
    const root = await aGroup(here, from, { name: "Cheia", overflow: true });
    const memberIds = await someMembers(here.tenantId, 3);
    const { placed } = await addGroupMembers(owner, { groupId: root, memberIds });
    const [, second = "", third = ""] = placed.map((room) => room.groupId);
    await moveGroup(owner, { groupId: root, communityId: to });
    const rooms = await owner.db.group.findMany({ where: { id: { in: [root, second, third] } } });
    const family = rooms.map(({ id, overflow, overflowOf }) => ({ id, overflow, overflowOf }));
    expect(family).toEqual(
      expect.arrayContaining([
        { id: root, overflow: true, overflowOf: null },
        { id: second, overflow: true, overflowOf: null },
        { id: third, overflow: true, overflowOf: second },
      ]),
    );
    await expectExactCounters();
  });

  test("C4: leaves those behind who are banned there", async () => {
    const { owner, to, groupId, only, inside } = await twoHouses();
    await banMember(owner, { memberId: only, communityId: to });
    expect(await previewMove(owner, { groupId, communityId: to })).toMatchObject({ people: 3, banned: 1 });
    await moveGroup(owner, { groupId, communityId: to });
    expect((await inside(to)).has(only)).toBe(false);
    expect(await owner.db.groupMember.count({ where: { groupId, memberId: only } })).toBe(0);
    await expectExactCounters();
  });
});

describe("H5, L13: the target's limits are checked first, and nothing is half done", () => {
  test("a full house refuses with community_full, one with all its rooms with group_limit_reached", async () => {
    const { here, owner, from, to, groupId, inside } = await twoHouses();
    const before = await inside(to);
    await limitTo(here, { communityMembers: 3 });
    const tooMany = moveGroup(owner, { groupId, communityId: to });
    await expect(tooMany).rejects.toMatchObject({ code: "community_full", params: { limit: 3 } });
    await limitTo(here, { communityGroups: 1 });
    await aGroup(here, to, { name: "A única" });
    const noRoom = moveGroup(owner, { groupId, communityId: to });
    await expect(noRoom).rejects.toMatchObject({ code: "group_limit_reached", params: { limit: 1 } });
    expect(await inside(to)).toEqual(before);
    expect(await fromOf(owner, groupId)).toBe(from);
    await expectExactCounters();
  });

  test("L9: of two rooms that move at once to the last place, one gets it", async () => {
    const { here, owner, from, to, groupId, other } = await twoHouses();
    await limitTo(here, { communityGroups: 2 });
    await aGroup(here, to, { name: "Já lá" });
    const moves = [groupId, other].map((id) => moveGroup(owner, { groupId: id, communityId: to }));
    const outcomes = await Promise.allSettled(moves);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await owner.db.group.count({ where: { communityId: from } })).toBe(1);
    await expectExactCounters();
  });

  test("rooms that move in opposite directions at once do not wait in a circle", async () => {
    const { here, owner, from, to, groupId } = await twoHouses();
    const there = await aGroup(here, to, { name: "De lá" });
    await Promise.all([
      moveGroup(owner, { groupId, communityId: to }),
      moveGroup(owner, { groupId: there, communityId: from }),
    ]);
    expect([await fromOf(owner, groupId), await fromOf(owner, there)]).toEqual([to, from]);
    await expectExactCounters();
  });

  test("an archived house takes no room; to its own house nothing moves", async () => {
    const { owner, from, to, groupId } = await twoHouses();
    await moveGroup(owner, { groupId, communityId: from });
    await setCommunityArchived(owner, { communityId: to, archived: true });
    await expect(moveGroup(owner, { groupId, communityId: to })).rejects.toMatchObject({ code: "read_only" });
    expect(await fromOf(owner, groupId)).toBe(from);
  });
});

test("R3: only who manages both houses moves a room; T3: a house of another tenant does not exist", async () => {
  const { here, owner, from, to, groupId, only, both } = await twoHouses();
  const { there } = await aWorld();
  await setCommunityRole(owner, { communityId: from, memberId: only, role: "admin" });
  const alone = moveGroup(here.as({ memberId: only }), { groupId, communityId: to });
  await expect(alone).rejects.toMatchObject({ code: "invalid_input" });
  await addCommunityMembers(owner, { communityId: to, memberIds: [only] });
  const asMember = moveGroup(here.as({ memberId: only }), { groupId, communityId: to });
  await expect(asMember).rejects.toMatchObject({ code: "not_allowed" });
  const notMine = moveGroup(here.as({ memberId: both }), { groupId, communityId: to });
  await expect(notMine).rejects.toMatchObject({ code: "not_allowed" });
  const foreign = moveGroup(owner, { groupId, communityId: await aCommunity(there) });
  await expect(foreign).rejects.toMatchObject({ code: "invalid_input" });
  await setCommunityRole(owner, { communityId: to, memberId: only, role: "admin" });
  await moveGroup(here.as({ memberId: only }), { groupId, communityId: to });
  expect(await fromOf(owner, groupId)).toBe(to);
});

async function fromOf(owner: Parameters<typeof moveGroup>[0], groupId: string): Promise<string> {
  const row = await owner.db.group.findFirst({ where: { id: groupId }, select: { communityId: true } });
  return row?.communityId ?? "";
}
