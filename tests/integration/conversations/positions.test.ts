import { describe, expect, test } from "vitest";
import { editMessage } from "@/lib/conversations/commands/edit-message";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { removeMessage } from "@/lib/conversations/commands/remove-message";
import { changedMessages } from "@/lib/conversations/messages-sql";
import { listChanges } from "@/lib/conversations/queries/list-changes";
import { listMessages } from "@/lib/conversations/queries/list-messages";
import { viewsOfRoom } from "@/lib/conversations/queries/message-view";
import { openRoom } from "@/lib/conversations/queries/open-room";
import { leaveGroup } from "@/lib/groups/commands/leave-group";
import { newId } from "@/lib/shared/ids";
import { aRoom } from "../../support/room";
import { aTenant } from "../../support/world";

const MOST = 200;

describe("a message posted again (C3)", () => {
  test("under the same key it is the message of before, also when both come at once", async () => {
    const tenant = await aTenant();
    const { groupId, ana, beto } = await aRoom(tenant);
    const ctx = tenant.as({ memberId: ana });
    const key = newId();
    const again = () => postMessage(ctx, { groupId, body: "oi", key });
    const ids = (await Promise.all([again(), again(), again()])).map(({ id }) => id);
    ids.push((await again()).id);
    expect(new Set(ids).size).toBe(1);
    const other = await postMessage(tenant.as({ memberId: beto }), { groupId, body: "oi", key });
    expect(ids).not.toContain(other.id);
    const { data } = await listMessages(ctx, { groupId, limit: 10 });
    expect(data.map(({ position }) => position)).toEqual([2, 1]);
  });

  test("fifty who write at once get positions without a gap, each greater one seen later", async () => {
    const tenant = await aTenant();
    const { groupId, ana, beto } = await aRoom(tenant);
    const writers = Array.from({ length: 50 }, (_, n) => tenant.as({ memberId: n % 2 ? ana : beto }));
    await Promise.all(writers.map((ctx, n) => postMessage(ctx, { groupId, body: `m${n}` })));
    const { messages, revision } = await listChanges(tenant.as({ memberId: ana }), {
      groupId,
      after: 0,
      limit: MOST,
    });
    expect(messages.map(({ position }) => position)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
    expect(revision).toBe(50);
  });
});

describe("catching up (C3)", () => {
  test("gives what was posted, edited and removed since a revision, each once as it is now", async () => {
    const tenant = await aTenant();
    const { groupId, ana } = await aRoom(tenant);
    const ctx = tenant.as({ memberId: ana });
    const ids: string[] = [];
    for (const body of ["um", "dois", "três"]) ids.push((await postMessage(ctx, { groupId, body })).id);
    const [first = "", second = ""] = ids;
    const { revision } = await openRoom(ctx, groupId);
    expect((await listChanges(ctx, { groupId, after: revision, limit: MOST })).messages).toEqual([]);
    await editMessage(ctx, { id: second, body: "2" });
    await removeMessage(ctx, { id: first });
    await editMessage(ctx, { id: second, body: "dois!" });
    await postMessage(ctx, { groupId, body: "quatro" });
    const since = await listChanges(ctx, { groupId, after: revision, limit: MOST });
    expect(since.messages.map(({ body }) => body)).toEqual(["", "dois!", "quatro"]);
    expect(since.messages[0]).toMatchObject({ id: first, removedBy: ana });
    expect((await listChanges(ctx, { groupId, after: since.revision, limit: MOST })).messages).toEqual([]);
  });

  test("goes on page by page, however long one was away", async () => {
    const tenant = await aTenant();
    const { groupId, ana } = await aRoom(tenant);
    const ctx = tenant.as({ memberId: ana });
    for (let n = 1; n <= 25; n += 1) await postMessage(ctx, { groupId, body: `m${n}` });
    const seen: (number | null)[] = [];
    let after = 0;
    for (let hasMore = true; hasMore; ) {
      const page = await listChanges(ctx, { groupId, after, limit: 10 });
      seen.push(...page.messages.map(({ position }) => position));
      ({ revision: after, hasMore } = page);
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, n) => n + 1));
  });

  test("P13: what a stream of the room tells is what each of its members would be told", async () => {
    const tenant = await aTenant();
    const { groupId, ana, beto } = await aRoom(tenant);
    const { id } = await postMessage(tenant.as({ memberId: ana }), { groupId, body: "oi" });
    await postMessage(tenant.as({ memberId: beto }), { groupId, body: "tchau" });
    await postMessage(tenant.as("owner"), { groupId, body: "olá" });
    await removeMessage(tenant.as("owner"), { id });
    await leaveGroup(tenant.as({ memberId: beto }), { groupId, memberId: beto });
    const ctx = tenant.as({ memberId: ana });
    const rows = await changedMessages(ctx.db, { groupId, after: 0, limit: MOST });
    const { messages } = await listChanges(ctx, { groupId, after: 0, limit: MOST });
    expect(await viewsOfRoom(ctx.db, groupId, rows)).toEqual(messages);
    expect(JSON.stringify(messages)).not.toContain(beto);
  });

  test("to who is not in the room there is nothing to catch up with", async () => {
    const tenant = await aTenant();
    const { groupId, carla } = await aRoom(tenant);
    const asked = listChanges(tenant.as({ memberId: carla }), { groupId, after: 0, limit: MOST });
    await expect(asked).rejects.toMatchObject({ code: "not_found" });
  });
});
