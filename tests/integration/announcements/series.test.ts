import { beforeEach, describe, expect, test } from "vitest";
import { changeAnnouncement } from "@/lib/announcements/commands/change-announcement";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { moveAnnouncement } from "@/lib/announcements/commands/move-announcement";
import { scheduleAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { skipOccurrence } from "@/lib/announcements/commands/skip-occurrence";
import { splitSeries } from "@/lib/announcements/commands/split-series";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { updateAnnouncement } from "@/lib/announcements/commands/update-announcement";
import { getAnnouncement } from "@/lib/announcements/queries/get-announcement";
import { listFeed } from "@/lib/announcements/queries/list-feed";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import type { ScheduleChoice } from "@/lib/announcements/types";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import type { TenantContext } from "@/lib/platform/context";
import { queuedMails } from "../../support/mail-queue";
import { aCommunity, people } from "../../support/village-rooms";
import { aTenant, type Neighbour, NOON } from "../../support/world";

let house: Neighbour;
let ctx: TenantContext;
let communityId: string;
let ids: string[];

beforeEach(async () => {
  house = await aTenant();
  ctx = house.as("owner");
  communityId = (await aCommunity(ctx)).id;
  ids = await people(ctx, communityId, 3);
});

// NOON is Tuesday 3 March 2026, 12:00 in São Paulo.
const daily: ScheduleChoice = {
  mode: "at",
  localTime: "2026-03-03T18:00",
  timezone: "America/Sao_Paulo",
  rrule: "FREQ=DAILY",
};
const at = (text: string): TenantContext => ({ ...ctx, now: new Date(text) });

async function scheduled(schedule: ScheduleChoice, given: Record<string, unknown> = {}) {
  const input = createAnnouncementInput.parse({
    communityIds: [communityId],
    body: "Treino às 18h",
    schedule,
    ...given,
  });
  const { id } = await createAnnouncement(ctx, input);
  return await scheduleAnnouncement(ctx, id, {});
}

/** What the worker does at an instant. */
async function work(id: string, now: string) {
  await startAnnouncement(at(now), id);
  const [occurrence] = (await listOccurrencesOf(ctx, { announcementId: id, limit: 1 })).data;
  if (occurrence) await sendOccurrence(at(now), occurrence.id);
}
const dues = async (id: string) =>
  (await listOccurrencesOf(ctx, { announcementId: id, limit: 20 })).data
    .map(({ dueAt, status }) => `${dueAt.toISOString().slice(0, 16)} ${status}`)
    .reverse();

describe("A6: a series", () => {
  test("is sent each time to whoever is there then, and waits for its next time", async () => {
    const { id } = await scheduled(daily);
    await work(id, "2026-03-03T21:00:01Z");
    await people(ctx, communityId, 2);
    expect(await getAnnouncement(ctx, id)).toMatchObject({
      status: "scheduled",
      dueLocal: "2026-03-04T18:00",
    });
    await work(id, "2026-03-04T21:00:01Z");
    const { data } = await listOccurrencesOf(ctx, { announcementId: id, limit: 5 });
    expect(data.map(({ counts }) => counts.sent)).toEqual([5, 3]);
    const member = { ...ctx, actor: { kind: "member" as const, memberId: ids[0] ?? "", userId: null } };
    expect((await listFeed(member, { limit: 9 })).data).toHaveLength(2);
  });

  test("ends when its last time was sent", async () => {
    const { id } = await scheduled({ ...daily, rrule: "FREQ=DAILY;COUNT=2" });
    await work(id, "2026-03-03T21:00:01Z");
    await work(id, "2026-03-04T21:00:01Z");
    expect((await getAnnouncement(ctx, id)).status).toBe("sent");
  });

  test("X3, A12: after an outage what came too late is on the record and told, and the last one in its grace goes out", async () => {
    const { id } = await scheduled(daily);
    await work(id, "2026-03-06T22:00:00Z");
    expect(await getAnnouncement(ctx, id)).toMatchObject({
      status: "scheduled",
      dueLocal: "2026-03-06T18:00",
    });
    await work(id, "2026-03-06T22:00:01Z");
    expect(await dues(id)).toEqual(["2026-03-03T21:00 missed", "2026-03-06T21:00 sent"]);
    const mails = await queuedMails(house.tenantId);
    expect(mails.some(({ subject }) => subject.includes("não saiu"))).toBe(true);
  });

  test("without one time, and with one of its own: both stay scheduled whatever comes", async () => {
    const { id } = await scheduled(daily);
    await skipOccurrence(ctx, id, "2026-03-03T18:00");
    expect(await getAnnouncement(ctx, id)).toMatchObject({ dueLocal: "2026-03-04T18:00" });
    const one = await splitSeries(ctx, id, { localTime: "2026-03-05T18:00", scope: "this" });
    expect(one).toMatchObject({ status: "scheduled", dueLocal: "2026-03-05T18:00", seriesId: id });
    expect(one.schedule.rrule).toBeUndefined();
    await work(id, "2026-03-04T21:00:01Z");
    expect(await getAnnouncement(ctx, id)).toMatchObject({ dueLocal: "2026-03-06T18:00" });
  });

  test("from one time on it is another series; the old one ends before it", async () => {
    const { id } = await scheduled({ ...daily, rrule: "FREQ=DAILY;COUNT=5" });
    const rest = await splitSeries(ctx, id, { localTime: "2026-03-05T18:00", scope: "following" });
    expect(rest.schedule.rrule).toBe("FREQ=DAILY;COUNT=3");
    await work(id, "2026-03-03T21:00:01Z");
    await work(id, "2026-03-04T21:00:01Z");
    expect((await getAnnouncement(ctx, id)).status).toBe("sent");
  });

  test("a time that is none of it, or has passed, is refused by its field; one that does not repeat has no parts", async () => {
    const { id } = await scheduled(daily);
    for (const localTime of ["2026-03-05T19:00", "2026-03-02T18:00", "x"])
      await expect(skipOccurrence(ctx, id, localTime)).rejects.toMatchObject({
        code: "invalid_input",
        issues: [{ path: "localTime", code: "not_in_series" }],
      });
    const once = await scheduled({ ...daily, rrule: undefined });
    await expect(skipOccurrence(ctx, once.id, "2026-03-03T18:00")).rejects.toMatchObject({
      code: "illegal_transition",
    });
  });

  test("one time is moved and the others stay", async () => {
    const { id } = await scheduled(daily);
    const moved = await moveAnnouncement(ctx, id, {
      from: "2026-03-04T18:00",
      localTime: "2026-03-04T07:30",
    });
    expect(moved).toMatchObject({ status: "scheduled", dueLocal: "2026-03-04T07:30", seriesId: id });
    await work(id, "2026-03-03T21:00:01Z");
    expect(await getAnnouncement(ctx, id)).toMatchObject({ dueLocal: "2026-03-05T18:00" });
    await expect(
      moveAnnouncement(ctx, id, { from: "2026-03-05T18:00", localTime: "2026-03-01T08:00" }),
    ).rejects.toMatchObject({ code: "schedule_in_past" });
    expect(await getAnnouncement(ctx, id)).toMatchObject({ dueLocal: "2026-03-05T18:00" });
  });
});

describe("A6: at each person's own time", () => {
  test("each zone gets it at its hour and sees it no earlier; the sending ends with the last", async () => {
    const [auckland, lisbon, nowhere] = ids;
    const live = async (memberId: string | undefined, timezone: string) =>
      await ctx.db.member.updateMany({ where: { id: memberId ?? "" }, data: { timezone } });
    await live(auckland, "Pacific/Auckland");
    await live(lisbon, "Europe/Lisbon");
    // The database's clock decides when a row may go: the day is tomorrow by it.
    const soon = new Date(Date.now() + 36 * 3_600_000).toISOString().slice(0, 11);
    const real = { ...ctx, now: new Date() };
    const input = createAnnouncementInput.parse({
      communityIds: [communityId],
      body: "Bom dia",
      schedule: { mode: "memberLocal", localTime: `${soon}09:00`, timezone: "America/Sao_Paulo" },
    });
    const { id } = await createAnnouncement(real, input);
    const { dueAt } = await scheduleAnnouncement(real, id, {});
    await startAnnouncement({ ...real, now: dueAt ?? NOON }, id);
    const rows = await ctx.db.delivery.findMany({
      select: { memberId: true, notBefore: true, occurrenceId: true },
    });
    const waits = (memberId: string | undefined) => rows.find((row) => row.memberId === memberId)?.notBefore;
    expect(waits(auckland)).toEqual(dueAt);
    expect(waits(lisbon)?.getTime()).toBeGreaterThan(dueAt?.getTime() ?? 0);
    expect(waits(nowhere)?.getTime()).toBeGreaterThan(waits(lisbon)?.getTime() ?? 0);
    const occurrenceId = rows[0]?.occurrenceId ?? "";
    await ctx.db.delivery.updateMany({
      where: { memberId: auckland ?? "" },
      data: { notBefore: new Date(0) },
    });
    await sendOccurrence(real, occurrenceId);
    const feed = async (memberId: string | undefined) =>
      (
        await listFeed(
          { ...ctx, actor: { kind: "member", memberId: memberId ?? "", userId: null } },
          { limit: 5 },
        )
      ).data;
    expect([(await feed(auckland)).length, (await feed(lisbon)).length]).toEqual([1, 0]);
    expect((await getAnnouncement(ctx, id)).status).toBe("sending");
    await ctx.db.delivery.updateMany({ data: { notBefore: new Date(0) } });
    await sendOccurrence(real, occurrenceId);
    expect((await getAnnouncement(ctx, id)).status).toBe("sent");
  });
});

describe("A19: approval is bound to content, audience and time", () => {
  const approved = async (schedule: ScheduleChoice) => {
    await ctx.db.community.updateMany({ data: { approvalRequired: true } });
    const input = createAnnouncementInput.parse({ communityIds: [communityId], body: "Oi", schedule });
    const { id } = await createAnnouncement(ctx, input);
    await changeAnnouncement(ctx, id, { transition: "submit" });
    await changeAnnouncement(house.as("admin"), id, { transition: "approve" });
    return id;
  };

  test("what was approved is scheduled; another time is refused", async () => {
    const id = await approved(daily);
    const later = { ...daily, localTime: "2026-03-03T19:00" };
    await expect(scheduleAnnouncement(ctx, id, { schedule: later })).rejects.toMatchObject({
      code: "approval_void",
    });
    expect((await scheduleAnnouncement(ctx, id, {})).status).toBe("scheduled");
  });

  test("a change voids it", async () => {
    const id = await approved(daily);
    await updateAnnouncement(ctx, id, { body: "Outro" });
    expect(await getAnnouncement(ctx, id)).toMatchObject({ status: "draft", approvedHash: null });
  });

  test("X6: what was changed past the product is not sent, and staff are told", async () => {
    const id = await approved(daily);
    await scheduleAnnouncement(ctx, id, {});
    await ctx.db.announcement.updateMany({ where: { id }, data: { body: "Trocado" } });
    await startAnnouncement(at("2026-03-03T21:00:01Z"), id);
    expect(await getAnnouncement(ctx, id)).toMatchObject({ status: "failed", statusReason: "approval_void" });
    expect(await dues(id)).toEqual([]);
  });

  test("a part of an approved series is approved; moved it is not", async () => {
    const id = await approved(daily);
    await scheduleAnnouncement(ctx, id, {});
    const part = await splitSeries(ctx, id, { localTime: "2026-03-04T18:00", scope: "this" });
    await work(part.id, "2026-03-04T21:00:01Z");
    expect((await getAnnouncement(ctx, part.id)).status).toBe("sent");
    await work(id, "2026-03-03T21:00:01Z");
    expect(await getAnnouncement(ctx, id)).toMatchObject({
      status: "scheduled",
      dueLocal: "2026-03-05T18:00",
    });
    await expect(
      moveAnnouncement(ctx, id, { from: "2026-03-05T18:00", localTime: "2026-03-05T20:00" }),
    ).rejects.toMatchObject({ code: "approval_void" });
  });
});
