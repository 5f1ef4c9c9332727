import { expect, test } from "vitest";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { listOwnGroups } from "@/lib/groups/queries/list-own-groups";
import { chooseMutes } from "@/lib/memberships/commands/choose-mutes";
import { listMutes } from "@/lib/memberships/queries/list-mutes";
import { newId } from "@/lib/shared/ids";
import { aCommunity, aGroup } from "../../support/village";
import { aMember, aTenant } from "../../support/world";

// P16: what somebody wants to hear of is theirs to say, room by room.
async function aRoom() {
  const here = await aTenant();
  const communityId = await aCommunity(here);
  const [groupId, otherId] = [
    await aGroup(here, communityId),
    await aGroup(here, communityId, { name: "Outra" }),
  ];
  const [memberId, neighbour] = [await aMember(here.tenantId), await aMember(here.tenantId)];
  const owner = { ...here.as("owner"), now: new Date() };
  for (const id of [groupId, otherId])
    await addGroupMembers(owner, { groupId: id, memberIds: [memberId, neighbour] });
  const says = { ...here.as({ memberId: neighbour }), now: new Date(Date.now() + 1_000) };
  for (const id of [groupId, otherId]) await postMessage(says, { groupId: id, body: "Oi" });
  return { here, memberId, neighbour, groupId, otherId, own: here.as({ memberId }) };
}

test("nothing new of a room counts while it is muted, and counts again afterwards", async () => {
  const { own, memberId, groupId, otherId } = await aRoom();
  const unread = async () =>
    Object.fromEntries(
      (await listOwnGroups(own)).map(({ id, unread: count, isMuted }) => [id, [count, isMuted]]),
    );
  await chooseMutes(own, memberId, [groupId]);
  expect(await unread()).toEqual({ [groupId]: [0, true], [otherId]: [1, false] });
  await chooseMutes(own, memberId, [otherId]);
  expect(await unread()).toEqual({ [groupId]: [1, false], [otherId]: [0, true] });
  await chooseMutes(own, memberId, []);
  expect(await listMutes(own, memberId)).toEqual([]);
});

test("a room that the person is not in is refused as one that does not exist", async () => {
  const { here, own, memberId } = await aRoom();
  const foreign = await aGroup(here, await aCommunity(here, "Longe"), { name: "Longe" });
  for (const id of [foreign, newId()])
    await expect(chooseMutes(own, memberId, [id])).rejects.toMatchObject({
      issues: [{ path: "groupIds", code: "unknown_id" }],
    });
});

test("is for the person and for who manages people, never through the person's eyes", async () => {
  const { here, memberId, neighbour, groupId } = await aRoom();
  await chooseMutes(here.as("admin"), memberId, [groupId]);
  const seen = { kind: "member", memberId, userId: null, seenBy: { userId: newId(), within: null } } as const;
  const others = [here.as("agent"), here.as("finance"), here.as({ memberId: neighbour })];
  for (const ctx of [...others, { ...here.as("owner"), actor: seen }])
    await expect(chooseMutes(ctx, memberId, [])).rejects.toMatchObject({ code: "not_allowed" });
  expect(await listMutes(here.as("owner"), memberId)).toEqual([groupId]);
});
