import { describe, expect, test } from "vitest";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { setGroupArchived } from "@/lib/groups/commands/archive-group";
import { setGroupRole } from "@/lib/groups/commands/set-group-role";
import { splitGroup } from "@/lib/groups/commands/split-group";
import { updateGroup } from "@/lib/groups/commands/update-group";
import { previewSplit } from "@/lib/groups/queries/preview-split";
import { expectExactCounters } from "../../support/membership-counts";
import { aCommunity, aGroup, limitTo, someMembers } from "../../support/village";
import { aTenant } from "../../support/world";

/** A room with its creator and four circles of friends, each brought by one of the four hosts. */
async function aRoomOfFriends() {
  const here = await aTenant();
  const owner = here.as("owner");
  const communityId = await aCommunity(here);
  const groupId = await aGroup(here, communityId);
  const memberIds = await someMembers(here.tenantId, 40);
  const hosts = memberIds.slice(0, 4);
  for (const [index, id] of memberIds.slice(4).entries())
    await owner.db.member.updateMany({ where: { id }, data: { invitedBy: hosts[index % 4] ?? null } });
  await addGroupMembers(owner, { groupId, memberIds });
  const circles = hosts.map((host, at) => [
    host,
    ...memberIds.slice(4).filter((_, index) => index % 4 === at),
  ]);
  const seatsOf = async (id: string) =>
    (await owner.db.groupMember.findMany({ where: { groupId: id } })).map(({ memberId }) => memberId);
  return { here, owner, communityId, groupId, memberIds, circles, seatsOf };
}

describe("splitting a room in two (L10)", () => {
  test("halves it, keeps circles of friends whole, seats its admins in both; the preview said so", async () => {
    const { here, owner, groupId, circles, seatsOf } = await aRoomOfFriends();
    const preview = await previewSplit(owner, groupId);
    expect(preview).toMatchObject({ staying: 21, going: 21, admins: 1, keptShare: 1 });
    const { id } = await splitGroup(owner, { groupId });
    const [stay, go] = [await seatsOf(groupId), await seatsOf(id)];
    expect([stay.length, go.length]).toEqual([21, 21]);
    expect(stay.filter((memberId) => go.includes(memberId))).toEqual([here.ownerMemberId]);
    for (const circle of circles)
      expect([0, circle.length]).toContain(circle.filter((memberId) => stay.includes(memberId)).length);
    const rooms = await owner.db.group.findMany({
      where: { id: { in: [groupId, id] } },
      orderBy: { id: "asc" },
    });
    expect(rooms.map(({ name, adminCount }) => [name, adminCount])).toEqual([
      ["Iniciantes · A", 1],
      ["Iniciantes · B", 1],
    ]);
    await expectExactCounters();
  });

  test("needs a free place among the rooms, somebody to split, and a room in use; else nothing changes", async () => {
    const { here, owner, communityId, groupId } = await aRoomOfFriends();
    const empty = await aGroup(here, communityId, { name: "Vazia" });
    await expect(splitGroup(owner, { groupId: empty })).rejects.toMatchObject({ code: "invalid_input" });
    await limitTo(here, { communityGroups: 2 });
    await expect(splitGroup(owner, { groupId })).rejects.toMatchObject({ code: "group_limit_reached" });
    await setGroupArchived(owner, { groupId, archived: true });
    await expect(splitGroup(owner, { groupId })).rejects.toMatchObject({ code: "read_only" });
    expect(await owner.db.group.count({ where: { communityId } })).toBe(2);
    await expectExactCounters();
  });

  test("R4: a room's admin does not split it", async () => {
    const { here, owner, groupId, memberIds } = await aRoomOfFriends();
    const [roomAdmin = ""] = memberIds;
    await setGroupRole(owner, { groupId, memberId: roomAdmin, role: "admin" });
    const splitting = splitGroup(here.as({ memberId: roomAdmin }), { groupId });
    await expect(splitting).rejects.toMatchObject({ code: "not_allowed" });
  });
});

describe("overflow keeps neighbours together (L10)", () => {
  test("many who come at once are seated by who brought them, not by their place in the list", async () => {
    const { here, owner, communityId, circles } = await aRoomOfFriends();
    await limitTo(here, { groupMembers: 11 });
    const groupId = await aGroup(here, communityId, { name: "Cheia", overflow: true });
    const mixed = circles[0]?.flatMap((_, at) => circles.map((circle) => circle[at] ?? "")) ?? [];
    const { placed } = await addGroupMembers(owner, { groupId, memberIds: mixed });
    expect(placed.map(({ count }) => count)).toEqual([10, 10, 10, 10]);
    for (const { groupId: id } of placed) {
      const seats = await owner.db.groupMember.findMany({ where: { groupId: id, memberId: { in: mixed } } });
      const home = circles.filter((circle) => seats.some(({ memberId }) => circle.includes(memberId)));
      expect(home).toHaveLength(1);
    }
    await expectExactCounters();
  });

  test("somebody who comes alone joins their inviter's sibling, though another has a place before it", async () => {
    const { here, owner, communityId, circles } = await aRoomOfFriends();
    await limitTo(here, { groupMembers: 4 });
    const groupId = await aGroup(here, communityId, { name: "Cheia", overflow: true });
    const [strangers, friends] = [circles[0] ?? [], circles[1] ?? []];
    await addGroupMembers(owner, { groupId, memberIds: strangers.slice(0, 3) });
    const second = await addGroupMembers(owner, { groupId, memberIds: strangers.slice(3, 6) });
    const third = await addGroupMembers(owner, { groupId, memberIds: friends.slice(0, 2) });
    await owner.db.groupMember.deleteMany({
      where: { groupId: second.placed[0]?.groupId ?? "", memberId: strangers[3] ?? "" },
    });
    await owner.db.group.updateMany({
      where: { id: second.placed[0]?.groupId ?? "" },
      data: { memberCount: { decrement: 1 } },
    });
    const alone = await addGroupMembers(owner, { groupId, memberIds: [friends[2] ?? ""] });
    expect(alone.placed).toEqual([{ groupId: third.placed[0]?.groupId, count: 1 }]);
    await updateGroup(owner, { groupId, overflow: false });
    await expectExactCounters();
  });
});
