import { describe, expect, test } from "vitest";
import { editMessage } from "@/lib/conversations/commands/edit-message";
import { pinMessage } from "@/lib/conversations/commands/pin-message";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { listCallable } from "@/lib/conversations/queries/list-callable";
import { getMessage } from "@/lib/conversations/queries/list-messages";
import { openRoom } from "@/lib/conversations/queries/open-room";
import { leaveGroup } from "@/lib/groups/commands/leave-group";
import { markRoomRead } from "@/lib/groups/commands/mark-room-read";
import { setGroupRole } from "@/lib/groups/commands/set-group-role";
import { listOwnGroups } from "@/lib/groups/queries/list-own-groups";
import { eraseMember } from "@/lib/privacy/commands/erase-member";
import { aRoom, later } from "../../support/room";
import { aTenant } from "../../support/world";

describe("mentions (C1, P12)", () => {
  test("call people of the room by name, tell them so, and name nobody who has left", async () => {
    const tenant = await aTenant();
    const { groupId, ana, beto } = await aRoom(tenant);
    const [hers, his] = [later(tenant.as({ memberId: ana }), 1), tenant.as({ memberId: beto })];
    const { id } = await postMessage(hers, { groupId, body: "Oi @Beto, vens?", mentions: [beto] });
    const seen = await getMessage(hers, id);
    expect(seen).toMatchObject({ body: "Oi @Beto, vens?", mentions: [{ memberId: beto, name: "Beto" }] });
    expect((await listOwnGroups(his))[0]).toMatchObject({ isCalled: true, lastBody: "Oi @…, vens?" });
    await markRoomRead(his, groupId);
    expect((await listOwnGroups(his))[0]?.isCalled).toBe(false);
    await editMessage(hers, { id, body: "@Beto, vens hoje?" });
    expect(await getMessage(hers, id)).toMatchObject({
      body: "@Beto, vens hoje?",
      mentions: [{ memberId: beto }],
    });
    await leaveGroup(his, { groupId, memberId: beto });
    const after = await getMessage(hers, id);
    expect(after).toMatchObject({ body: "@…, vens hoje?", mentions: [] });
    await eraseMember(tenant.as("owner"), beto);
    expect(await tenant.as("owner").db.messageMention.count({ where: { memberId: beto } })).toBe(0);
  });

  test("whoever is not in the room is as unknown as nobody, to the call and to the suggestions", async () => {
    const tenant = await aTenant();
    const other = await aTenant();
    const { groupId, ana, beto, carla } = await aRoom(tenant);
    const ctx = tenant.as({ memberId: ana });
    for (const stranger of [carla, other.ownerMemberId])
      await expect(
        postMessage(ctx, { groupId, body: "Oi @Carla", mentions: [beto, stranger] }),
      ).rejects.toMatchObject({ issues: [{ path: "mentions.1", code: "unknown_id" }] });
    expect((await listCallable(ctx, { groupId, q: "be" })).map(({ id }) => id)).toEqual([beto]);
    expect(await listCallable(ctx, { groupId, q: "carla" })).toEqual([]);
    await expect(listCallable(tenant.as({ memberId: carla }), { groupId, q: "be" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

test("pins are for admins of the room; the fourth takes the place of the oldest, and what is removed is not there (R4)", async () => {
  const tenant = await aTenant();
  const { groupId, ana, beto } = await aRoom(tenant);
  const ctx = tenant.as({ memberId: ana });
  const ids: string[] = [];
  for (const body of ["um", "dois", "três", "quatro"])
    ids.push((await postMessage(ctx, { groupId, body })).id);
  const [first = ""] = ids;
  await expect(pinMessage(ctx, { id: first, pinned: true })).rejects.toMatchObject({ code: "not_allowed" });
  await setGroupRole(tenant.as("owner"), { groupId, memberId: ana, role: "admin" });
  for (const [index, id] of ids.entries()) await pinMessage(later(ctx, index), { id, pinned: true });
  const pinned = async () =>
    (await openRoom(tenant.as({ memberId: beto }), groupId)).pinned.map(({ body }) => body);
  expect(await pinned()).toEqual(["quatro", "três", "dois"]);
  await pinMessage(ctx, { id: ids[2] ?? "", pinned: false });
  expect(await pinned()).toEqual(["quatro", "dois"]);
});
