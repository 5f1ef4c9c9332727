import { describe, expect, test } from "vitest";
import { editMessage } from "@/lib/conversations/commands/edit-message";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { removeMessage } from "@/lib/conversations/commands/remove-message";
import { listMessages } from "@/lib/conversations/queries/list-messages";
import { leaveGroup } from "@/lib/groups/commands/leave-group";
import type { TenantContext } from "@/lib/platform/context";
import { aRoom, later } from "../../support/room";
import { aTenant, aWorld } from "../../support/world";

const bodies = async (ctx: TenantContext, groupId: string) =>
  (await listMessages(ctx, { groupId, limit: 50 })).data.map(({ body }) => body);

describe("messages of a group (C1)", () => {
  test("members of the room write and read, newest first; to others the room does not exist (R5, T3)", async () => {
    const { here, there } = await aWorld();
    const { groupId, ana, beto, carla } = await aRoom(here);
    await postMessage(here.as({ memberId: ana }), { groupId, body: "oi" });
    await postMessage(later(here.as({ memberId: beto }), 1), { groupId, body: "olá" });
    expect(await bodies(here.as({ memberId: ana }), groupId)).toEqual(["olá", "oi"]);
    for (const ctx of [here.as({ memberId: carla }), there.as("owner")]) {
      await expect(listMessages(ctx, { groupId, limit: 5 })).rejects.toMatchObject({ code: "not_found" });
      await expect(postMessage(ctx, { groupId, body: "x" })).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("staff read by their role: owner and granted agents do, marketer, finance and other agents do not (R2)", async () => {
    const tenant = await aTenant();
    const { groupId, communityId } = await aRoom(tenant);
    expect(await bodies(tenant.as("admin"), groupId)).toEqual([]);
    expect(await bodies(tenant.as("agent", [communityId]), groupId)).toEqual([]);
    const refused = [
      [tenant.as("agent"), "not_granted"],
      [tenant.as("finance"), "not_allowed"],
      [tenant.as("marketer", [communityId]), "not_allowed"],
    ] as const;
    for (const [ctx, code] of refused)
      await expect(listMessages(ctx, { groupId, limit: 5 })).rejects.toMatchObject({ code });
  });

  test("pages follow each other by key without a gap or a double, also within one instant", async () => {
    const tenant = await aTenant();
    const { groupId, ana } = await aRoom(tenant);
    const ctx = tenant.as({ memberId: ana });
    for (const number of [1, 2, 3, 4, 5]) await postMessage(ctx, { groupId, body: `m${number}` });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listMessages(ctx, { groupId, limit: 2, cursor });
      seen.push(...page.data.map(({ body }) => body));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(["m5", "m4", "m3", "m2", "m1"]);
    await expect(listMessages(ctx, { groupId, limit: 2, cursor: "x" })).rejects.toMatchObject({
      code: "invalid_cursor",
    });
  });

  test("P13: to members, who has left is a former member with a number; staff still see who it was", async () => {
    const tenant = await aTenant();
    const { groupId, ana, beto } = await aRoom(tenant);
    await postMessage(tenant.as({ memberId: ana }), { groupId, body: "oi" });
    await postMessage(later(tenant.as({ memberId: beto }), 1), { groupId, body: "tchau" });
    await leaveGroup(tenant.as({ memberId: beto }), { groupId, memberId: beto });
    const [hidden, shown] = (await listMessages(tenant.as({ memberId: ana }), { groupId, limit: 5 })).data;
    expect(hidden).toMatchObject({ body: "tchau", authorId: null, authorName: null, formerMember: 2 });
    expect(shown).toMatchObject({ authorId: ana, authorName: "Ana", formerMember: null });
    expect(JSON.stringify(hidden)).not.toContain(beto);
    const [forStaff] = (await listMessages(tenant.as("owner"), { groupId, limit: 5 })).data;
    expect(forStaff).toMatchObject({ authorId: beto, authorName: "Beto", formerMember: null });
  });

  test("what staff write who are not in the room is the team's to its members, and theirs by name to staff", async () => {
    const tenant = await aTenant();
    const { groupId, ana } = await aRoom(tenant);
    await postMessage(tenant.as("admin"), { groupId, body: "Bom dia da casa" });
    const [forMember] = (await listMessages(tenant.as({ memberId: ana }), { groupId, limit: 5 })).data;
    expect(forMember).toMatchObject({ authorId: null, authorName: null, formerMember: null, byTeam: true });
    const [forStaff] = (await listMessages(tenant.as("owner"), { groupId, limit: 5 })).data;
    expect(forStaff).toMatchObject({ authorName: "admin", byTeam: true });
  });

  test("one's own text changes for 15 minutes, by nobody else, and is marked", async () => {
    const tenant = await aTenant();
    const { groupId, ana, beto } = await aRoom(tenant);
    const ctx = tenant.as({ memberId: ana });
    const { id } = await postMessage(ctx, { groupId, body: "oi" });
    await editMessage(later(ctx, 15), { id, body: "oi, gente" });
    const [message] = (await listMessages(ctx, { groupId, limit: 1 })).data;
    expect(message).toMatchObject({ body: "oi, gente", editedAt: later(ctx, 15).now.toISOString() });
    await expect(editMessage(later(ctx, 16), { id, body: "x" })).rejects.toMatchObject({
      code: "edit_window_over",
    });
    for (const who of [{ memberId: beto }, "admin"] as const)
      await expect(editMessage(tenant.as(who), { id, body: "x" })).rejects.toMatchObject({
        code: "not_allowed",
      });
  });

  test("the author and admins remove a message; its place stays without text, an admin's act is audited (C4, R6)", async () => {
    const tenant = await aTenant();
    const { groupId, ana, beto } = await aRoom(tenant);
    const { id } = await postMessage(tenant.as({ memberId: ana }), { groupId, body: "spam" });
    await expect(removeMessage(tenant.as({ memberId: beto }), { id })).rejects.toMatchObject({
      code: "not_allowed",
    });
    await removeMessage(tenant.as("owner"), { id });
    const [message] = (await listMessages(tenant.as("owner"), { groupId, limit: 1 })).data;
    expect(message).toMatchObject({ body: "", removedBy: tenant.ownerMemberId });
    const { db } = tenant.as("owner");
    expect(await db.auditEvent.count({ where: { action: "message.removed", subjectId: id } })).toBe(1);
    const own = await postMessage(tenant.as({ memberId: beto }), { groupId, body: "errei" });
    await removeMessage(tenant.as({ memberId: beto }), { id: own.id });
    expect(await db.auditEvent.count({ where: { action: "message.removed" } })).toBe(1);
  });
});
