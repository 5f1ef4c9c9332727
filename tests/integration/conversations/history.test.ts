import { beforeAll, describe, expect, test } from "vitest";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { listAround, listMessages, listNewer } from "@/lib/conversations/queries/list-messages";
import { openRoom } from "@/lib/conversations/queries/open-room";
import type { TenantContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import { aRoom, later } from "../../support/room";
import { aWorld } from "../../support/world";

const COUNT = 130;
let groupId: string;
let ana: TenantContext;
let beto: TenantContext;
let stranger: TenantContext;
let elsewhere: TenantContext;
const ids: string[] = [];

beforeAll(async () => {
  const { here, there } = await aWorld();
  const room = await aRoom(here);
  groupId = room.groupId;
  ana = here.as({ memberId: room.ana });
  beto = here.as({ memberId: room.beto });
  stranger = here.as({ memberId: room.carla });
  elsewhere = there.as("owner");
  // Two and two within one instant.
  for (let n = 0; n < COUNT; n += 1)
    ids.push((await postMessage(later(ana, Math.floor(n / 2)), { groupId, body: `m${n}` })).id);
});

describe("a room opened at one of its messages", () => {
  test("has it in the middle, and both ways on reach its ends without a gap or a double", async () => {
    const part = await listAround(beto, { groupId, at: ids[60] ?? "", limit: 20 });
    expect(part.messages.map(({ id }) => id)).toEqual(ids.slice(50, 70));
    const seen = part.messages.map(({ id }) => id);
    for (let cursor = part.olderCursor; cursor; ) {
      const page = await listMessages(beto, { groupId, limit: 17, cursor });
      seen.unshift(...page.data.toReversed().map(({ id }) => id));
      cursor = page.nextCursor;
    }
    for (let cursor = part.newerCursor; cursor; ) {
      const page = await listNewer(beto, { groupId, limit: 17, cursor });
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(ids);
  });

  test("at its first and its last one there is nothing beyond", async () => {
    const first = await listAround(beto, { groupId, at: ids[0] ?? "", limit: 10 });
    expect([first.olderCursor, first.messages[0]?.id]).toEqual([null, ids[0]]);
    const last = await listAround(beto, { groupId, at: ids.at(-1) ?? "", limit: 10 });
    expect([last.newerCursor, last.messages.at(-1)?.id]).toEqual([null, ids.at(-1)]);
  });

  test("T3: to strangers, and at what is not in it, there is nothing; a room opened there opens at its end", async () => {
    const at = ids[60] ?? "";
    for (const ctx of [stranger, elsewhere])
      await expect(listAround(ctx, { groupId, at, limit: 10 })).rejects.toMatchObject({ code: "not_found" });
    for (const wrong of [newId(), "x"]) {
      await expect(listAround(beto, { groupId, at: wrong, limit: 10 })).rejects.toMatchObject({
        code: "not_found",
      });
      const room = await openRoom(beto, groupId, wrong);
      expect([room.newerCursor, room.messages.at(-1)?.id]).toEqual([null, ids.at(-1)]);
    }
  });

  test("says where somebody has not read on, when that is not among what is loaded", async () => {
    const memberId = beto.actor.kind === "member" ? beto.actor.memberId : "";
    const read = (position: number | null) =>
      beto.db.groupMember.updateMany({ where: { groupId, memberId }, data: { readPosition: position } });
    await read(20);
    expect((await openRoom(beto, groupId)).firstUnreadId).toBe(ids[20]);
    expect((await openRoom(beto, groupId, ids[20])).firstUnreadId).toBeNull();
    await read(COUNT - 3);
    expect((await openRoom(beto, groupId)).firstUnreadId).toBeNull();
    await read(COUNT);
    expect((await openRoom(beto, groupId)).firstUnreadId).toBeNull();
    // One's own messages are not news.
    expect((await openRoom(ana, groupId)).firstUnreadId).toBeNull();
  });
});
