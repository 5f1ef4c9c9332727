import { describe, expect, test } from "vitest";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { getFeedItem } from "@/lib/announcements/queries/list-feed";
import { rehearseAnnouncement } from "@/lib/announcements/queries/rehearse-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { readRefusalToken } from "@/lib/consent/refusal-token";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import { listDeliveries } from "@/lib/delivery/queries/list-deliveries";
import type { TenantContext } from "@/lib/platform/context";
import { turnOnPush } from "@/lib/push/commands/turn-on";
import { aDevice, type TestDevice } from "../../support/push-device";
import { aPushService, type PushService } from "../../support/push-world";
import { aCommunity, people } from "../../support/village-rooms";
import { aTenant } from "../../support/world";

type House = { ctx: TenantContext; communityId: string; ids: string[]; devices: TestDevice[] };

/** A community in which each of so many people has one device `/d<n>` at a service. */
async function aHouse({ origin }: PushService, count: number): Promise<House> {
  const tenant = await aTenant();
  const ctx = tenant.as("owner");
  const { id: communityId } = await aCommunity(ctx);
  const ids = await people(ctx, communityId, count);
  const devices: TestDevice[] = [];
  for (const [n, memberId] of ids.entries()) {
    const device = aDevice(`${origin}/${tenant.slug}-d${n}`);
    await turnOnPush(tenant.as({ memberId }), memberId, device.subscription);
    devices.push(device);
  }
  return { ctx, communityId, ids, devices };
}

async function begin({ ctx, communityId }: House, body = "Oi, *{{first_name|amigo}}*") {
  const input = createAnnouncementInput.parse({
    communityIds: [communityId],
    body,
    channels: ["in_app", "push"],
  });
  const { id } = await createAnnouncement(ctx, input);
  await sendAnnouncement(ctx, id, { undoSeconds: 0 });
  await startAnnouncement(ctx, id);
  return id;
}

async function drain({ ctx }: House, announcementId: string) {
  const [before] = (await listOccurrencesOf(ctx, { announcementId, limit: 1 })).data;
  await sendOccurrence(ctx, before?.id ?? "");
  const [occurrence] = (await listOccurrencesOf(ctx, { announcementId, limit: 1 })).data;
  if (!occurrence) throw new Error("nothing was started");
  const rows = (await listDeliveries(ctx, { occurrenceId: occurrence.id, limit: 100 })).data;
  const of = (memberId: string | undefined) => rows.find((row) => row.memberId === memberId);
  return { occurrence, of };
}

/** Waits are over: the clock need not be waited for. */
async function endPauses({ ctx }: House): Promise<void> {
  await ctx.db.delivery.updateMany({
    where: { leaseUntil: { not: null } },
    data: { leaseUntil: new Date(0) },
  });
  await ctx.db.channelPace.deleteMany();
}

const pathOf = ({ subscription }: TestDevice) => new URL(subscription.endpoint).pathname;

describe("A10: a notification", () => {
  test("is sealed for the device alone, in the person's words, and leads to the announcement", async () => {
    const service = await aPushService();
    const house = await aHouse(service, 1);
    const [memberId = ""] = house.ids;
    await house.ctx.db.member.updateMany({
      where: { id: memberId },
      data: { name: "Zoé Lima", locale: "en" },
    });
    const id = await begin(house);
    expect((await rehearseAnnouncement(house.ctx, id)).perChannel).toEqual({ in_app: 0, push: 1 });
    const { occurrence } = await drain(house, id);
    expect(occurrence).toMatchObject({ status: "sent", counts: { sent: 1 } });
    const [pushed] = service.handedOver;
    expect(pushed?.payload).toEqual({
      title: "Vila",
      body: "Oi, Zoé",
      url: expect.stringMatching(new RegExp(`/m/[\\w-]+/announcements/${occurrence.id}$`)),
      tag: pushed?.topic,
      lang: "en",
      stop: { title: "Stop sending me these", url: expect.stringContaining("/unsubscribe/") },
    });
    const stop = /unsubscribe\/([\w-]+)/u.exec(JSON.stringify(pushed?.payload))?.[1] ?? "";
    expect(readRefusalToken(stop)).toMatchObject({ memberId, channel: "push", purpose: "announcements" });
    const member = {
      ...house.ctx,
      actor: { kind: "member" as const, memberId, userId: null },
    };
    expect((await getFeedItem(member, occurrence.id)).body).toBe("Oi, *Zoé*");
  });

  test("P12: tells of people no more than its own reader's name, and of anybody else's announcement nothing", async () => {
    const service = await aPushService();
    const house = await aHouse(service, 2);
    await house.ctx.db.member.updateMany({ where: { id: house.ids[1] ?? "" }, data: { name: "Segredo" } });
    const id = await begin(house);
    const { occurrence } = await drain(house, id);
    const first = service.handedOver.find(({ path }) => path === pathOf(house.devices[0] ?? aDevice()));
    expect(JSON.stringify(first?.payload)).not.toMatch(/Segredo/);
    const outsider = (await people(house.ctx, (await aCommunity(house.ctx)).id, 1))[0] ?? "";
    const actor = { kind: "member" as const, memberId: outsider, userId: null };
    await expect(getFeedItem({ ...house.ctx, actor }, occurrence.id)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("is short enough for every service, whatever was written", async () => {
    const service = await aPushService();
    const house = await aHouse(service, 1);
    await drain(house, await begin(house, "👨‍👩‍👧‍👦".repeat(1_000)));
    expect(String(service.handedOver[0]?.payload.body)).toMatch(/^(👨‍👩‍👧‍👦)+…$/u);
  });

  test("goes to each device of a person, and counts once", async () => {
    const service = await aPushService();
    const house = await aHouse(service, 1);
    const [memberId = ""] = house.ids;
    const second = aDevice(`${service.origin}/second`);
    await turnOnPush(house.ctx, memberId, second.subscription);
    const { occurrence } = await drain(house, await begin(house));
    expect(occurrence.counts).toMatchObject({ sent: 1, queued: 0 });
    expect(service.handedOver.map(({ path }) => path).sort()).toEqual(
      [pathOf(house.devices[0] ?? second), "/second"].sort(),
    );
  });
});

describe("what the service says", () => {
  test.each([404, 410])("RFC 8030 §7.3: %i ends the subscription; the portal has it", async (answer) => {
    let gone = "";
    const service = await aPushService((path) => (path === gone ? { answer } : "take"));
    const house = await aHouse(service, 2);
    gone = pathOf(house.devices[0] ?? aDevice());
    const { occurrence, of } = await drain(house, await begin(house));
    expect(occurrence).toMatchObject({ status: "sent", counts: { failed: 1, sent: 1 } });
    expect(of(house.ids[0])).toMatchObject({ status: "failed", reason: "device_gone" });
    expect(await house.ctx.db.pushSubscription.count()).toBe(1);
    const again = await begin(house);
    expect((await rehearseAnnouncement(house.ctx, again)).perChannel).toEqual({ in_app: 1, push: 1 });
  });

  test("one device that is gone does not keep it from the other", async () => {
    const service = await aPushService((path) => (path === "/gone" ? { answer: 410 } : "take"));
    const house = await aHouse(service, 1);
    await turnOnPush(house.ctx, house.ids[0] ?? "", aDevice(`${service.origin}/gone`).subscription);
    const { occurrence } = await drain(house, await begin(house));
    expect(occurrence.counts).toMatchObject({ sent: 1, failed: 0 });
    expect(await house.ctx.db.pushSubscription.count()).toBe(1);
  });

  test("429: nobody is asked again before Retry-After is over, and it costs nobody a try", async () => {
    let isBusy = true;
    const service = await aPushService(() => (isBusy ? { answer: 429, retryAfter: "600" } : "take"));
    const house = await aHouse(service, 30);
    const id = await begin(house);
    const waiting = await drain(house, id);
    expect(waiting.occurrence).toMatchObject({ status: "sending", counts: { queued: 30, failed: 0 } });
    expect(waiting.of(house.ids[0])).toMatchObject({ status: "queued", reason: "service_busy" });
    // What was under way when the first answer came.
    expect(service.requests).toBeLessThanOrEqual(20);
    const [held] = await house.ctx.db.channelPace.findMany();
    const seconds = ((held?.freeAt.getTime() ?? 0) - Date.now()) / 1_000;
    expect(seconds).toBeGreaterThan(590);
    expect(seconds).toBeLessThan(605);
    isBusy = false;
    const before = service.requests;
    expect((await drain(house, id)).occurrence.counts.queued).toBe(30);
    expect(service.requests).toBe(before);
  });

  test("a service that stumbles or is away is asked again later; what it refuses has failed", async () => {
    let answer = 503;
    const service = await aPushService(() => (answer === 201 ? "take" : { answer }));
    const house = await aHouse(service, 1);
    const id = await begin(house);
    expect((await drain(house, id)).of(house.ids[0])).toMatchObject({
      status: "queued",
      reason: "service_down",
    });
    answer = 201;
    await endPauses(house);
    expect((await drain(house, id)).occurrence).toMatchObject({ status: "sent", counts: { sent: 1 } });
    answer = 403;
    const refused = await drain(house, await begin(house));
    expect(refused.of(house.ids[0])).toMatchObject({ status: "failed", reason: "push_refused" });
  });
});

describe("A16: no answer", () => {
  test("a line that breaks after the message was taken leaves it unknown; the same topic again closes it, once on the device", async () => {
    let breaks = true;
    const service = await aPushService(() => (breaks ? "drop_after_body" : "take"));
    const house = await aHouse(service, 1);
    const id = await begin(house);
    const first = await drain(house, id);
    expect(first.of(house.ids[0])).toMatchObject({ status: "unknown", reason: "no_answer" });
    expect(first.occurrence).toMatchObject({
      status: "sending",
      counts: { unknown: 1, queued: 0, failed: 0 },
    });
    // Not before its pause is over.
    await drain(house, id);
    expect(service.handedOver).toHaveLength(1);
    breaks = false;
    await endPauses(house);
    const { occurrence } = await drain(house, id);
    expect(occurrence).toMatchObject({ status: "sent", counts: { sent: 1, unknown: 0, queued: 0 } });
    expect(service.handedOver).toHaveLength(2);
    expect(service.waiting.size).toBe(1);
  });

  test("after so many tries it stays unknown, and the sending ends", async () => {
    const service = await aPushService(() => "drop_after_body");
    const house = await aHouse(service, 1);
    const id = await begin(house);
    for (let tries = 0; tries < 12; tries += 1) {
      await endPauses(house);
      await drain(house, id);
    }
    const { occurrence } = await drain(house, id);
    expect(occurrence).toMatchObject({ status: "sent", counts: { unknown: 1, queued: 0, sent: 0 } });
    expect(service.handedOver).toHaveLength(12);
  });

  test("what a dead worker had in hand goes again under the same topic", async () => {
    const service = await aPushService();
    const house = await aHouse(service, 1);
    const id = await begin(house);
    await house.ctx.db.delivery.updateMany({
      data: { status: "sending", attempts: 1, leaseUntil: new Date(Date.now() - 1_000) },
    });
    expect((await drain(house, id)).occurrence).toMatchObject({ status: "sent", counts: { sent: 1 } });
  });
});

test("X5: who turned it off, left or said no after the freeze gets no notification", async () => {
  const service = await aPushService();
  const house = await aHouse(service, 3);
  const id = await begin(house);
  const [off = "", gone = ""] = house.ids;
  await house.ctx.db.pushSubscription.deleteMany({ where: { memberId: off } });
  await house.ctx.db.communityMember.deleteMany({ where: { memberId: gone } });
  const { of } = await drain(house, id);
  expect(of(off)).toMatchObject({ channel: "in_app", status: "sent" });
  expect(of(gone)).toMatchObject({ status: "skipped", reason: "membership_ended" });
  expect(service.handedOver).toHaveLength(1);
});
