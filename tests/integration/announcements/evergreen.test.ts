import { beforeAll, describe, expect, test } from "vitest";
import { changeAnnouncement } from "@/lib/announcements/commands/change-announcement";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { endEvergreen } from "@/lib/announcements/commands/end-evergreen";
import { reachNewcomers } from "@/lib/announcements/commands/reach-newcomers";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { sweepEvergreens } from "@/lib/announcements/commands/sweep-sendings";
import { getAnnouncement } from "@/lib/announcements/queries/get-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { leaveCommunity } from "@/lib/communities/commands/leave-community";
import { getOccurrence, listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { listMeters } from "@/lib/plans/plan-limits";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { daysAfter } from "@/lib/shared/days";
import { asOwner } from "../../support/as-owner";
import { aCommunity, people } from "../../support/village-rooms";
import { aMember, aTenant, type Neighbour } from "../../support/world";

// The clock is the real one: who joins is dated by the database.
let here: Neighbour;
let ctx: TenantContext;

beforeAll(async () => {
  here = await aTenant();
  ctx = { ...here.as("owner"), now: new Date() };
});

const clock = () => ({ ...ctx, now: new Date() });

async function sent(given: object = {}) {
  const { id: communityId, groups } = await aCommunity(ctx, ["Sala", "Varanda"]);
  const before = await people(ctx, communityId, 3);
  const input = { communityIds: [communityId], body: "Bem-vindo", evergreen: { days: 30 }, ...given };
  const { id } = await createAnnouncement(ctx, createAnnouncementInput.parse(input));
  await sendAnnouncement(clock(), id, { undoSeconds: 0 });
  await startAnnouncement(clock(), id);
  const [occurrence] = (await listOccurrencesOf(ctx, { announcementId: id, limit: 1 })).data;
  const occurrenceId = occurrence?.id ?? "";
  await sendOccurrence(clock(), occurrenceId);
  return { id, communityId, groups, before, occurrenceId };
}

/** What the queue does when somebody joined: the look, and the sending that it asks for. */
async function work(occurrenceId: string, at = clock()) {
  await reachNewcomers(at, occurrenceId);
  await sendOccurrence(at, occurrenceId);
}

const join = async (communityId: string, memberIds: string[]) =>
  await addCommunityMembers(clock(), { communityId, memberIds });

const deliveryOf = (occurrenceId: string, memberId: string) =>
  ctx.db.delivery.findFirst({ where: { occurrenceId, memberId } });

const waking = (occurrenceId: string) =>
  asOwner<{ task: string }>(
    process.env.DATABASE_URL ?? "",
    `SELECT task_identifier AS task FROM graphile_worker.jobs WHERE key = '${here.tenantId}:newcomers:${occurrenceId}'`,
  );

describe("A5: an evergreen announcement reaches who joins later", () => {
  test("joining wakes it, and the newcomer gets it once, however often they join", async () => {
    const { communityId, occurrenceId, groups, before } = await sent();
    const memberId = await aMember(here.tenantId);
    expect(await waking(occurrenceId)).toEqual([]);
    await join(communityId, [memberId]);
    expect(await waking(occurrenceId)).toEqual([{ task: "reach_newcomers" }]);
    await work(occurrenceId);
    for (const groupId of groups) await addGroupMembers(clock(), { groupId, memberIds: [memberId] });
    await leaveCommunity(clock(), { communityId, memberId });
    await join(communityId, [memberId]);
    await work(occurrenceId);
    expect(await deliveryOf(occurrenceId, memberId)).toMatchObject({ status: "sent", attempts: 1 });
    expect(await getOccurrence(ctx, occurrenceId)).toMatchObject({
      status: "sent",
      late: 1,
      counts: { queued: 0, sent: before.length + 1, skipped: 0 },
    });
  });

  test("A21: what is posted by hand waits for nobody who comes later; the portal is theirs", async () => {
    for (const [channels, status] of [
      [["relay"], undefined],
      [["relay", "in_app"], "sent"],
    ] as const) {
      const { communityId, occurrenceId, groups } = await sent({ channels });
      const memberId = await aMember(here.tenantId);
      await join(communityId, [memberId]);
      for (const groupId of groups) await addGroupMembers(clock(), { groupId, memberIds: [memberId] });
      await work(occurrenceId);
      expect((await deliveryOf(occurrenceId, memberId))?.status).toBe(status);
    }
  });

  test("its state stays what it is: it was sent, and when", async () => {
    const { id, communityId, occurrenceId } = await sent();
    const { finishedAt } = await getOccurrence(ctx, occurrenceId);
    await join(communityId, [await aMember(here.tenantId)]);
    await reachNewcomers(clock(), occurrenceId);
    expect(await getAnnouncement(ctx, id)).toMatchObject({ status: "sent" });
    await sendOccurrence(clock(), occurrenceId);
    expect(await getOccurrence(ctx, occurrenceId)).toMatchObject({ status: "sent", finishedAt });
  });

  test("A8: of forty who join while twelve workers look each gets it once, and the counts agree", async () => {
    const { communityId, occurrenceId, before } = await sent();
    const newcomers = await Promise.all(Array.from({ length: 40 }, () => aMember(here.tenantId)));
    await Promise.all([
      ...newcomers.map((memberId) => join(communityId, [memberId])),
      ...Array.from({ length: 12 }, () => work(occurrenceId)),
    ]);
    await Promise.all(Array.from({ length: 6 }, () => work(occurrenceId)));
    await work(occurrenceId);
    const rows = await ctx.db.delivery.findMany({ where: { occurrenceId }, select: { status: true } });
    expect(rows).toHaveLength(before.length + 40);
    expect(rows.every(({ status }) => status === "sent")).toBe(true);
    expect(await getOccurrence(ctx, occurrenceId)).toMatchObject({
      status: "sent",
      late: 40,
      counts: { queued: 0, sent: before.length + 40 },
    });
  });

  test("who left before it came to them gets it when they are back", async () => {
    const { communityId, occurrenceId } = await sent();
    const memberId = await aMember(here.tenantId);
    await join(communityId, [memberId]);
    await reachNewcomers(clock(), occurrenceId);
    await leaveCommunity(clock(), { communityId, memberId });
    await sendOccurrence(clock(), occurrenceId);
    expect(await deliveryOf(occurrenceId, memberId)).toMatchObject({ status: "skipped" });
    await join(communityId, [memberId]);
    await work(occurrenceId);
    expect(await deliveryOf(occurrenceId, memberId)).toMatchObject({ status: "sent", reason: null });
    expect(await getOccurrence(ctx, occurrenceId)).toMatchObject({ counts: { skipped: 0, queued: 0 } });
  });

  test("of chosen groups it is joining the group that counts", async () => {
    const { id: communityId, groups } = await aCommunity(ctx, ["Sala", "Varanda"]);
    const [room = "", other = ""] = groups;
    const input = {
      communityIds: [communityId],
      body: "Regras da sala",
      audience: { kind: "groups", groupIds: [room] },
      evergreen: { days: 3 },
    };
    const { id } = await createAnnouncement(ctx, createAnnouncementInput.parse(input));
    await sendAnnouncement(clock(), id, { undoSeconds: 0 });
    await startAnnouncement(clock(), id);
    const [occurrence] = (await listOccurrencesOf(ctx, { announcementId: id, limit: 1 })).data;
    const occurrenceId = occurrence?.id ?? "";
    const memberId = await aMember(here.tenantId);
    await addGroupMembers(clock(), { groupId: other, memberIds: [memberId] });
    await work(occurrenceId);
    expect(await deliveryOf(occurrenceId, memberId)).toBeNull();
    await addGroupMembers(clock(), { groupId: room, memberIds: [memberId] });
    await work(occurrenceId);
    expect(await deliveryOf(occurrenceId, memberId)).toMatchObject({ status: "sent" });
  });

  test("B5: who joins in a later month counts in that month, and the others in theirs", async () => {
    const used = async () => (await listMeters(ctx)).deliveries.used;
    const before = await used();
    const { communityId, occurrenceId } = await sent({ evergreen: { days: 60 } });
    const lastMonth = daysAfter(new Date(), -32);
    await ctx.db.occurrence.update({
      where: { tenantId_id: { tenantId: ctx.tenantId, id: occurrenceId } },
      data: { startedAt: lastMonth, lateMonth: lastMonth, lateInMonth: 7 },
      select: { id: true },
    });
    expect(await used()).toBe(before);
    await join(communityId, [await aMember(ctx.tenantId), await aMember(ctx.tenantId)]);
    await work(occurrenceId);
    expect(await used()).toBe(before + 2);
    await join(communityId, [await aMember(ctx.tenantId)]);
    await work(occurrenceId);
    expect(await used()).toBe(before + 3);
  });

  test("A6: quiet hours hold what leaves the house for a newcomer, too", async () => {
    const { communityId, occurrenceId } = await sent({ channels: ["in_app", "email"] });
    const hour = new Date().getUTCHours();
    const quiet = { quietFromHour: (hour + 23) % 24, quietUntilHour: (hour + 3) % 24 };
    await ctx.db.tenant.updateMany({ data: { settings: quiet, timezone: "UTC" } });
    const memberId = await aMember(here.tenantId, { email: "nova@casa.example" });
    await join(communityId, [memberId]);
    await work(occurrenceId);
    const delivery = await deliveryOf(occurrenceId, memberId);
    expect(delivery).toMatchObject({ status: "queued", channel: "email" });
    expect(delivery?.notBefore?.getTime()).toBeGreaterThan(Date.now() + 3_600_000);
    await ctx.db.tenant.updateMany({ data: { settings: {} } });
  });

  test("P16: a no is heard, an exclusion holds, and who was there and left out stays out", async () => {
    const { communityId, occurrenceId, groups } = await sent();
    const [room = ""] = groups;
    const refusing = await aMember(here.tenantId);
    const suspended = await aMember(here.tenantId);
    await ctx.db.consent.create({
      data: { memberId: refusing, channel: "all", purpose: "announcements", granted: false },
    });
    await ctx.db.member.updateMany({ where: { id: suspended }, data: { suspendedAt: new Date() } });
    await addGroupMembers(clock(), { groupId: room, memberIds: [refusing, suspended] });
    await join(communityId, [refusing, suspended]);
    await work(occurrenceId);
    expect(await deliveryOf(occurrenceId, refusing)).toBeNull();
    expect(await deliveryOf(occurrenceId, suspended)).toBeNull();
    expect(await getOccurrence(ctx, occurrenceId)).toMatchObject({ late: 0 });
  });
});

describe("its window", () => {
  test("after it nobody gets it, and joining wakes nothing", async () => {
    const { communityId, occurrenceId } = await sent({ evergreen: { days: 2 } });
    const memberId = await aMember(here.tenantId);
    await join(communityId, [memberId]);
    await work(occurrenceId, { ...ctx, now: daysAfter(new Date(), 2.01) });
    expect(await deliveryOf(occurrenceId, memberId)).toBeNull();
  });

  test("a sender ends it; retracting and cancelling end it too", async () => {
    const { id, communityId, occurrenceId } = await sent();
    await endEvergreen(clock(), id);
    const memberId = await aMember(here.tenantId);
    await join(communityId, [memberId]);
    expect(await waking(occurrenceId)).toEqual([]);
    await work(occurrenceId);
    expect(await deliveryOf(occurrenceId, memberId)).toBeNull();
    await expect(endEvergreen(clock(), id)).rejects.toMatchObject({ code: "illegal_transition" });

    const taken = await sent();
    await changeAnnouncement(clock(), taken.id, { transition: "retract" });
    await join(taken.communityId, [memberId]);
    await work(taken.occurrenceId);
    expect(await deliveryOf(taken.occurrenceId, memberId)).toBeNull();
  });

  test("A13: who may not send any more sends to nobody who joins", async () => {
    const { id, communityId, occurrenceId } = await sent();
    const { staffId } = here.staff.finance;
    await ctx.db.announcement.updateMany({ where: { id }, data: { scheduledBy: staffId } });
    const memberId = await aMember(here.tenantId);
    await join(communityId, [memberId]);
    await work(occurrenceId);
    expect(await deliveryOf(occurrenceId, memberId)).toBeNull();
    expect((await getOccurrence(ctx, occurrenceId)).evergreenUntil?.getTime()).toBeLessThanOrEqual(
      Date.now(),
    );
  });

  test("a last day that is over before it begins is refused where it is written", async () => {
    const { id: communityId } = await aCommunity(ctx);
    const input = { communityIds: [communityId], body: "Oi", evergreen: { until: "2020-01-01" } };
    await expect(createAnnouncement(ctx, createAnnouncementInput.parse(input))).rejects.toMatchObject({
      issues: [{ path: "evergreen.until", code: "over_before_sending" }],
    });
  });
});

test("A1: an announcement that is not evergreen wakes for nobody", async () => {
  const { communityId, occurrenceId } = await sent({ evergreen: null });
  await join(communityId, [await aMember(here.tenantId)]);
  expect(await waking(occurrenceId)).toEqual([]);
});

test("a rolled-back joining wakes nothing, and the sweep of the hour looks at all that are open", async () => {
  const { communityId, occurrenceId } = await sent();
  await inTransaction(clock(), async (tx) => {
    await addCommunityMembers(tx, { communityId, memberIds: [await aMember(here.tenantId)] });
    throw new Error("changed my mind");
  }).catch(() => undefined);
  expect(await waking(occurrenceId)).toEqual([]);
  await sweepEvergreens(new Date());
  expect(await waking(occurrenceId)).toEqual([{ task: "reach_newcomers" }]);
});
