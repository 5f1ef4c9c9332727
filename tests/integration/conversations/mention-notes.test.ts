import { beforeEach, describe, expect, test } from "vitest";
import { editMessage } from "@/lib/conversations/commands/edit-message";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { removeMessage } from "@/lib/conversations/commands/remove-message";
import { tellMentions } from "@/lib/conversations/commands/tell-mentions";
import { leaveGroup } from "@/lib/groups/commands/leave-group";
import type { TenantContext } from "@/lib/platform/context";
import { turnOnPush } from "@/lib/push/commands/turn-on";
import { aDevice } from "../../support/push-device";
import { aPushService, type PushService } from "../../support/push-world";
import { aRoom } from "../../support/room";
import { aTenant, type Neighbour } from "../../support/world";

// Three in the afternoon in São Paulo; and a quarter to eleven at night.
const DAY = new Date("2026-11-25T18:00:00Z");
const NIGHT = new Date("2026-11-26T01:45:00Z");

let tenant: Neighbour;
let service: PushService;
let room: Awaited<ReturnType<typeof aRoom>>;
let count = 0;

beforeEach(async () => {
  service = await aPushService();
  tenant = await aTenant();
  room = await aRoom(tenant);
  const owner = tenant.as("owner");
  const settings = { quietFromHour: 21, quietUntilHour: 8 };
  await owner.db.tenant.updateMany({ data: { timezone: "America/Sao_Paulo", settings } });
  await withDevice(room.beto);
});

const at = (memberId: string, now = DAY): TenantContext => ({ ...tenant.as({ memberId }), now });
const system = (now = DAY) => ({ ...tenant.as("owner"), now });

async function withDevice(memberId: string) {
  count += 1;
  const device = aDevice(`${service.origin}/device/${count}`);
  await turnOnPush({ ...at(memberId), ip: "203.0.113.7" } as TenantContext, memberId, device.subscription);
}

const call = (now = DAY) =>
  postMessage(at(room.ana, now), { groupId: room.groupId, body: "Vamos, @Beto?", mentions: [room.beto] });

describe("a mention on the devices of whom it calls (C1)", () => {
  test("says who, where and what, and leads to the message; told again it is told once", async () => {
    const { id } = await call();
    await Promise.all([tellMentions(system(), id), tellMentions(system(), id)]);
    await tellMentions(system(), id);
    const { name } = await system().db.group.findFirstOrThrow({ where: { id: room.groupId } });
    expect(service.handedOver.map(({ payload }) => payload)).toEqual([
      expect.objectContaining({
        title: name,
        body: "Ana: Vamos, @Beto?",
        url: `/m/${tenant.slug}/groups/${room.groupId}?at=${id}#m-${id}`,
      }),
    ]);
    await editMessage(at(room.ana), { id, body: "Vamos amanhã, @Beto?" });
    await tellMentions(system(), id);
    expect(service.handedOver).toHaveLength(1);
  });

  test("posting puts it into the queue, once; a message that calls nobody puts nothing there", async () => {
    const queued = () =>
      system().db.$queryRaw<
        { n: number }[]
      >`SELECT count(*)::int AS n FROM message_mentions WHERE told_at IS NULL`;
    await postMessage(at(room.ana), { groupId: room.groupId, body: "Oi" });
    expect(await queued()).toEqual([{ n: 0 }]);
    await call();
    expect(await queued()).toEqual([{ n: 1 }]);
  });

  test.each([
    [
      "muted the room",
      () => system().db.groupMember.updateMany({ where: { memberId: room.beto }, data: { mutedAt: DAY } }),
    ],
    [
      "read it",
      () =>
        system().db.groupMember.updateMany({ where: { memberId: room.beto }, data: { readPosition: 99 } }),
    ],
    ["left", () => leaveGroup(at(room.beto), { groupId: room.groupId, memberId: room.beto })],
    [
      "was suspended",
      () => system().db.member.updateMany({ where: { id: room.beto }, data: { suspendedAt: DAY } }),
    ],
  ])("who %s meanwhile is not told", async (_, happens) => {
    const { id } = await call();
    await happens();
    await tellMentions(system(), id);
    expect(service.handedOver).toEqual([]);
  });

  test("what was removed is not told, and nobody is told of calling themselves", async () => {
    const { id } = await call();
    await removeMessage(at(room.ana), { id });
    await tellMentions(system(), id);
    const own = await postMessage(at(room.beto), {
      groupId: room.groupId,
      body: "Eu, @Beto",
      mentions: [room.beto],
    });
    await tellMentions(system(), own.id);
    expect(service.handedOver).toEqual([]);
  });

  test("in quiet hours, by their own clock, it waits until these are over", async () => {
    const { id } = await call(NIGHT);
    await tellMentions(system(NIGHT), id);
    expect(service.handedOver).toEqual([]);
    await tellMentions(system(new Date("2026-11-26T12:00:00Z")), id);
    expect(service.handedOver).toHaveLength(1);
    // Where they are it is day.
    await system().db.member.updateMany({ where: { id: room.beto }, data: { timezone: "Asia/Tokyo" } });
    const second = await call(NIGHT);
    await tellMentions(system(NIGHT), second.id);
    expect(service.handedOver).toHaveLength(2);
  });

  test("a device that its service says is gone ends", async () => {
    const gone = await aPushService(() => ({ answer: 410 }));
    await system().db.pushSubscription.deleteMany();
    service = gone;
    await withDevice(room.beto);
    const { id } = await call();
    await tellMentions(system(), id);
    expect(await system().db.pushSubscription.count()).toBe(0);
  });
});
