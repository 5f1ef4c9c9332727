import { describe, expect, test } from "vitest";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { reactToMessage } from "@/lib/conversations/commands/react";
import { removeMessage } from "@/lib/conversations/commands/remove-message";
import { listChanges } from "@/lib/conversations/queries/list-changes";
import { getMessage, listMessages } from "@/lib/conversations/queries/list-messages";
import { listReactions } from "@/lib/conversations/queries/list-reactions";
import { leaveGroup } from "@/lib/groups/commands/leave-group";
import { markRoomRead } from "@/lib/groups/commands/mark-room-read";
import { listOwnGroups } from "@/lib/groups/queries/list-own-groups";
import { eraseMember } from "@/lib/privacy/commands/erase-member";
import { aRoom, later } from "../../support/room";
import { aTenant } from "../../support/world";

describe("reactions (C1)", () => {
  test("one a person, the last one counts, and taking it back is told to who catches up", async () => {
    const tenant = await aTenant();
    const { groupId, ana, beto } = await aRoom(tenant);
    const [hers, his] = [tenant.as({ memberId: ana }), tenant.as({ memberId: beto })];
    const { id } = await postMessage(hers, { groupId, body: "oi" });
    await reactToMessage(hers, { id, emoji: "👍" });
    await reactToMessage(his, { id, emoji: "👍" });
    await reactToMessage(his, { id, emoji: "🎉" });
    expect(await getMessage(his, id)).toMatchObject({
      reactions: [
        { emoji: "👍", count: 1 },
        { emoji: "🎉", count: 1 },
      ],
      ownReaction: "🎉",
    });
    const { revision } = await listChanges(hers, { groupId, after: 0, limit: 200 });
    await reactToMessage(his, { id, emoji: null });
    const since = await listChanges(hers, { groupId, after: revision, limit: 200 });
    expect(since.reacted).toEqual([{ messageId: id, memberId: beto, emoji: null }]);
    expect(since.messages[0]).toMatchObject({ reactions: [{ emoji: "👍", count: 1 }], ownReaction: "👍" });
  });

  test("P12, P13: who reacted is told by name within the room; who has left is nobody, and strangers learn nothing", async () => {
    const tenant = await aTenant();
    const { groupId, ana, beto, carla } = await aRoom(tenant);
    const { id } = await postMessage(tenant.as({ memberId: ana }), { groupId, body: "oi" });
    await reactToMessage(tenant.as({ memberId: beto }), { id, emoji: "🎉" });
    const seen = async () => (await listReactions(tenant.as({ memberId: ana }), { id, limit: 10 })).data;
    expect(await seen()).toEqual([{ memberId: beto, name: "Beto", emoji: "🎉" }]);
    await leaveGroup(tenant.as({ memberId: beto }), { groupId, memberId: beto });
    expect(await seen()).toEqual([{ memberId: null, name: null, emoji: "🎉" }]);
    const ctx = tenant.as({ memberId: carla });
    await expect(listReactions(ctx, { id, limit: 10 })).rejects.toMatchObject({ code: "not_found" });
    await expect(reactToMessage(ctx, { id, emoji: "🎉" })).rejects.toMatchObject({ code: "not_found" });
  });

  test("P16: an erased person's reactions are gone", async () => {
    const tenant = await aTenant();
    const { groupId, ana, beto } = await aRoom(tenant);
    const { id } = await postMessage(tenant.as({ memberId: ana }), { groupId, body: "oi" });
    await reactToMessage(tenant.as({ memberId: beto }), { id, emoji: "🎉" });
    await eraseMember(tenant.as("owner"), beto);
    expect((await getMessage(tenant.as({ memberId: ana }), id)).reactions).toEqual([]);
  });
});

describe("replies (C1)", () => {
  test("quote what they answer by the viewer's sight, and lose it when that is removed", async () => {
    const tenant = await aTenant();
    const { groupId, ana, beto } = await aRoom(tenant);
    const { id } = await postMessage(tenant.as({ memberId: beto }), { groupId, body: "Quem vai?" });
    const ctx = tenant.as({ memberId: ana });
    const answer = await postMessage(ctx, { groupId, body: "Eu", replyTo: id });
    expect((await getMessage(ctx, answer.id)).quote).toMatchObject({ authorName: "Beto", body: "Quem vai?" });
    await leaveGroup(tenant.as({ memberId: beto }), { groupId, memberId: beto });
    const { quote } = await getMessage(ctx, answer.id);
    expect(quote).toMatchObject({ authorId: null, authorName: null, formerMember: 1, body: "Quem vai?" });
    const { revision } = await listChanges(ctx, { groupId, after: 0, limit: 200 });
    await removeMessage(tenant.as("owner"), { id });
    const since = await listChanges(ctx, { groupId, after: revision, limit: 200 });
    expect(since.messages.map((message) => message.id).sort()).toEqual([id, answer.id].sort());
    expect((await getMessage(ctx, answer.id)).quote).toMatchObject({ body: "", isRemoved: true });
    expect(JSON.stringify(since)).not.toContain("Quem vai");
  });
});

test("unread counts what others posted after the position one has read up to, and never goes back", async () => {
  const tenant = await aTenant();
  const { groupId, ana, beto } = await aRoom(tenant);
  const [hers, his] = [later(tenant.as({ memberId: ana }), 1), later(tenant.as({ memberId: beto }), 1)];
  for (const body of ["um", "dois", "três"]) await postMessage(his, { groupId, body });
  await postMessage(hers, { groupId, body: "quatro" });
  const unread = async () => (await listOwnGroups(hers))[0]?.unread;
  expect(await unread()).toBe(3);
  await markRoomRead(hers, groupId, 2);
  expect(await unread()).toBe(1);
  await markRoomRead(hers, groupId, 1);
  expect(await unread()).toBe(1);
  await markRoomRead(hers, groupId, 1_000);
  expect(await unread()).toBe(0);
  await postMessage(his, { groupId, body: "cinco" });
  expect(await unread()).toBe(1);
  expect((await listMessages(hers, { groupId, limit: 1 })).data[0]?.position).toBe(5);
});
