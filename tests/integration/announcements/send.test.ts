import { describe, expect, test } from "vitest";
import { changeAnnouncement } from "@/lib/announcements/commands/change-announcement";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { scheduleAnnouncement, sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { updateAnnouncement } from "@/lib/announcements/commands/update-announcement";
import { loadAudience } from "@/lib/announcements/load-audience";
import { getAnnouncement, listTransitions } from "@/lib/announcements/queries/get-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { markRead } from "@/lib/delivery/commands/mark-read";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import { listDeliveries } from "@/lib/delivery/queries/list-deliveries";
import { rehearseAudience } from "@/lib/delivery/queries/rehearse-audience";
import type { TenantContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import { aCommunity, people } from "../../support/village-rooms";
import { aTenant } from "../../support/world";

const draft = (ctx: TenantContext, given: Record<string, unknown>) =>
  createAnnouncement(ctx, createAnnouncementInput.parse({ body: "Oi, *vizinhos*", ...given }));
const send = (ctx: TenantContext, id: string) => sendAnnouncement(ctx, id, { undoSeconds: 0 });
const occurrenceOf = async (ctx: TenantContext, announcementId: string) =>
  (await listOccurrencesOf(ctx, { announcementId, limit: 10 })).data[0];

/** What the worker does, without the queue between. */
async function work(ctx: TenantContext, id: string) {
  await startAnnouncement(ctx, id);
  const occurrence = await occurrenceOf(ctx, id);
  if (occurrence) await sendOccurrence(ctx, occurrence.id);
  return await occurrenceOf(ctx, id);
}

describe("A8: everybody gets it exactly once", () => {
  test("A4: a person in three groups has one delivery; rehearsal and freeze agree", async () => {
    const ctx = (await aTenant()).as("owner");
    const { id, groups } = await aCommunity(ctx, ["a", "b", "c"]);
    const [a = "", b = "", c = ""] = groups;
    await people(ctx, id, 30, (n) => [[a, b, c], [a], []][Math.floor(n / 10)] ?? []);
    const announcement = await draft(ctx, {
      communityIds: [id],
      audience: { kind: "groups", groupIds: groups },
    });
    const rehearsal = await rehearseAudience(ctx, await loadAudience(ctx, announcement));
    expect(rehearsal).toMatchObject({ people: 20, considered: 20, duplicates: 20, lanes: 1, buckets: [] });
    await send(ctx, announcement.id);
    const occurrence = await work(ctx, announcement.id);
    expect(occurrence?.counts).toMatchObject({ sent: 20, queued: 0, skipped: 0 });
    expect((await getAnnouncement(ctx, announcement.id)).status).toBe("sent");
  });

  test("R7: started twice and drained by two at once, it is still once", async () => {
    const ctx = (await aTenant()).as("owner");
    const { id } = await aCommunity(ctx);
    await people(ctx, id, 2_500);
    const announcement = await draft(ctx, { communityIds: [id] });
    await sendAnnouncement(ctx, announcement.id, { undoSeconds: 0, confirmPeople: 2_500 });
    await Promise.all([1, 2, 3].map(() => startAnnouncement(ctx, announcement.id)));
    const occurrence = await occurrenceOf(ctx, announcement.id);
    await Promise.all([1, 2, 3].map(() => sendOccurrence(ctx, occurrence?.id ?? "")));
    await sendOccurrence(ctx, occurrence?.id ?? "");
    const after = await listOccurrencesOf(ctx, { announcementId: announcement.id, limit: 10 });
    expect(after.data).toHaveLength(1);
    expect(after.data[0]).toMatchObject({ status: "sent", counts: { sent: 2_500, queued: 0 } });
    expect(await ctx.db.delivery.count({ where: { status: "sent", attempts: 1 } })).toBe(2_500);
  });

  test("each person left out is in one bucket; buckets and people sum to those considered", async () => {
    const ctx = (await aTenant()).as("owner");
    const { id, groups } = await aCommunity(ctx, ["fora"]);
    const ids = await people(ctx, id, 12, (n) => (n === 5 || n === 0 ? groups : []));
    const [suspended = "", optedOut = "", back = "", promotions = ""] = ids;
    await ctx.db.member.updateMany({ where: { id: suspended }, data: { suspendedAt: ctx.now } });
    type Word = { granted: boolean; purpose: string; channel?: string; minute: number };
    const say = (memberId: string, { granted, purpose, channel = "in_app", minute }: Word) =>
      ctx.db.consent.create({
        data: { memberId, granted, purpose, channel, at: new Date(Date.UTC(2026, 0, 1, 0, minute)) },
      });
    await say(optedOut, { granted: true, purpose: "announcements", channel: "in_app", minute: 1 });
    await say(optedOut, { granted: false, purpose: "announcements", channel: "all", minute: 2 });
    await say(back, { granted: false, purpose: "announcements", channel: "in_app", minute: 1 });
    await say(back, { granted: true, purpose: "announcements", channel: "in_app", minute: 2 });
    await say(promotions, { granted: false, purpose: "promotions", channel: "in_app", minute: 1 });
    const exclude = { groupIds: groups };
    const announcement = await draft(ctx, { communityIds: [id], audience: { kind: "community", exclude } });
    const rehearsal = await rehearseAudience(ctx, await loadAudience(ctx, announcement));
    expect(Object.fromEntries(rehearsal.buckets.map((bucket) => [bucket.reason, bucket.count]))).toEqual({
      suspended: 1,
      excluded: 1,
      opted_out: 1,
    });
    expect(rehearsal.people + 3).toBe(rehearsal.considered);
    expect(rehearsal.considered).toBe(12);
    const promotion = await rehearseAudience(
      ctx,
      await loadAudience(ctx, { ...announcement, kind: "promotion" }),
    );
    expect(promotion.buckets.find(({ reason }) => reason === "opted_out")?.count).toBe(1);
    await send(ctx, announcement.id);
    expect((await work(ctx, announcement.id))?.counts.sent).toBe(rehearsal.people);
  });

  test("X5: consent and membership that ended after the freeze are skipped, with the reason", async () => {
    const ctx = (await aTenant()).as("owner");
    const { id } = await aCommunity(ctx);
    const [left = "", refused = "", suspended = ""] = await people(ctx, id, 6);
    const announcement = await draft(ctx, { communityIds: [id] });
    await send(ctx, announcement.id);
    await startAnnouncement(ctx, announcement.id);
    await ctx.db.communityMember.deleteMany({ where: { memberId: left } });
    await ctx.db.consent.create({
      data: { memberId: refused, granted: false, purpose: "announcements", channel: "in_app" },
    });
    await ctx.db.member.updateMany({ where: { id: suspended }, data: { suspendedAt: ctx.now } });
    const occurrence = await work(ctx, announcement.id);
    expect(occurrence?.counts).toMatchObject({ sent: 3, skipped: 3, queued: 0 });
    const skipped = await listDeliveries(ctx, {
      occurrenceId: occurrence?.id ?? "",
      status: "skipped",
      limit: 50,
    });
    expect(skipped.data.map((row) => [row.memberId, row.reason]).sort()).toEqual(
      [
        [left, "membership_ended"],
        [refused, "opted_out"],
        [suspended, "suspended"],
      ].sort(),
    );
  });

  test("exclusions: who got X, and who did not read X", async () => {
    const tenant = await aTenant();
    const ctx = tenant.as("owner");
    const { id, groups } = await aCommunity(ctx, ["a"]);
    const ids = await people(ctx, id, 8, (n) => (n < 5 ? groups : []));
    const first = await draft(ctx, { communityIds: [id], audience: { kind: "groups", groupIds: groups } });
    await send(ctx, first.id);
    const occurrence = await work(ctx, first.id);
    await markRead(tenant.as({ memberId: ids[0] ?? "" }), [occurrence?.id ?? ""]);
    // Of another with the same words.
    const { id: _, ...words } = first;
    const count = async (exclude: Record<string, string>) =>
      (
        await rehearseAudience(
          ctx,
          await loadAudience(ctx, { ...words, audience: { kind: "community", exclude } }),
        )
      ).people;
    expect(await count({ receivedAnnouncementId: first.id })).toBe(3);
    expect(await count({ didNotReadAnnouncementId: first.id })).toBe(4);
  });
});

describe("A8: reading", () => {
  test("sent becomes read once, counted once, and never by another", async () => {
    const tenant = await aTenant();
    const ctx = tenant.as("owner");
    const { id } = await aCommunity(ctx);
    const [reader = ""] = await people(ctx, id, 3);
    const announcement = await draft(ctx, { communityIds: [id] });
    await send(ctx, announcement.id);
    const occurrence = await work(ctx, announcement.id);
    const member = tenant.as({ memberId: reader });
    const read = () => markRead(member, [occurrence?.id ?? "", newId(), "nonsense"]);
    expect(await Promise.all([read(), read()])).toContain(1);
    expect(await read()).toBe(0);
    expect((await occurrenceOf(ctx, announcement.id))?.counts).toMatchObject({ sent: 2, read: 1 });
  });
});

describe("A6, A7, A12, A13, A14: planning", () => {
  test("A7: from the threshold on the number must be confirmed, and the refusal names it", async () => {
    const ctx = (await aTenant()).as("owner");
    await ctx.db.tenant.updateMany({ data: { settings: { confirmThreshold: 3 } } });
    const { id } = await aCommunity(ctx);
    await people(ctx, id, 3);
    const announcement = await draft(ctx, { communityIds: [id] });
    await expect(send(ctx, announcement.id)).rejects.toMatchObject({
      code: "confirmation_required",
      params: { people: 3 },
    });
    await expect(
      sendAnnouncement(ctx, announcement.id, { undoSeconds: 0, confirmPeople: 2 }),
    ).rejects.toMatchObject({ code: "confirmation_required" });
    const sent = await sendAnnouncement(ctx, announcement.id, { undoSeconds: 30, confirmPeople: 3 });
    expect(sent).toMatchObject({ status: "scheduled", dueAt: new Date(ctx.now.getTime() + 30_000) });
    expect((await changeAnnouncement(ctx, announcement.id, { transition: "unschedule" })).status).toBe(
      "draft",
    );
  });

  test("A6: a wall-clock time in a named zone; the past is refused", async () => {
    const ctx = (await aTenant()).as("owner");
    const { id } = await aCommunity(ctx);
    const at = (localTime: string) => ({ mode: "at" as const, localTime, timezone: "America/Sao_Paulo" });
    const announcement = await draft(ctx, { communityIds: [id], schedule: at("2026-03-03T11:59") });
    await expect(scheduleAnnouncement(ctx, announcement.id, {})).rejects.toMatchObject({
      code: "schedule_in_past",
    });
    const planned = await scheduleAnnouncement(ctx, announcement.id, { schedule: at("2026-03-03T12:01") });
    expect(planned).toMatchObject({ status: "scheduled", dueAt: new Date("2026-03-03T15:01:00Z") });
    await startAnnouncement(ctx, announcement.id);
    expect((await getAnnouncement(ctx, announcement.id)).status).toBe("scheduled");
  });

  test("A12: within the grace it is sent, later it is missed", async () => {
    const ctx = (await aTenant()).as("owner");
    const { id } = await aCommunity(ctx);
    const late = (hours: number) => ({ ...ctx, now: new Date(ctx.now.getTime() + hours * 3_600_000) });
    const [early, missed] = [
      await draft(ctx, { communityIds: [id] }),
      await draft(ctx, { communityIds: [id] }),
    ];
    await send(ctx, early.id);
    await send(ctx, missed.id);
    await work(late(5.9), early.id);
    await work(late(6.1), missed.id);
    expect((await getAnnouncement(ctx, early.id)).status).toBe("sent");
    expect(await getAnnouncement(ctx, missed.id)).toMatchObject({
      status: "missed",
      statusReason: "too_late",
    });
  });

  test("A13: a grant withdrawn before the due time stops it", async () => {
    const tenant = await aTenant();
    const owner = tenant.as("owner");
    const { id } = await aCommunity(owner);
    await owner.db.staffGrant.create({ data: { staffId: tenant.staff.marketer.staffId, communityId: id } });
    const marketer = tenant.as("marketer", [id]);
    const announcement = await draft(marketer, { communityIds: [id] });
    await send(marketer, announcement.id);
    await owner.db.staffGrant.deleteMany({ where: { communityId: id } });
    await work(owner, announcement.id);
    expect(await getAnnouncement(owner, announcement.id)).toMatchObject({
      status: "failed",
      statusReason: "not_allowed",
    });
  });

  test("H9: what somebody scheduled who has left since belongs to the tenant and goes out", async () => {
    const tenant = await aTenant();
    const owner = tenant.as("owner");
    const { id } = await aCommunity(owner);
    const announcement = await draft(tenant.as("marketer", [id]), { communityIds: [id] });
    await send(tenant.as("marketer", [id]), announcement.id);
    await owner.db.staff.deleteMany({ where: { id: tenant.staff.marketer.staffId } });
    await work(owner, announcement.id);
    expect((await getAnnouncement(owner, announcement.id)).status).toBe("sent");
  });

  test("A14: paused sends nothing, resumed goes on, cancelled skips the rest; counts stay whole", async () => {
    const ctx = (await aTenant()).as("owner");
    const { id } = await aCommunity(ctx);
    await people(ctx, id, 40);
    const announcement = await draft(ctx, { communityIds: [id] });
    await send(ctx, announcement.id);
    await startAnnouncement(ctx, announcement.id);
    await changeAnnouncement(ctx, announcement.id, { transition: "pause" });
    const paused = await occurrenceOf(ctx, announcement.id);
    await sendOccurrence(ctx, paused?.id ?? "");
    expect((await occurrenceOf(ctx, announcement.id))?.counts).toMatchObject({ queued: 40, sent: 0 });
    await changeAnnouncement(ctx, announcement.id, { transition: "resume" });
    await changeAnnouncement(ctx, announcement.id, { transition: "cancel" });
    expect(await occurrenceOf(ctx, announcement.id)).toMatchObject({
      status: "cancelled",
      counts: { queued: 0, skipped: 40 },
    });
    await expect(changeAnnouncement(ctx, announcement.id, { transition: "resume" })).rejects.toMatchObject({
      code: "illegal_transition",
      params: { from: "cancelled", to: "sending" },
    });
    const history = await listTransitions(ctx, announcement.id);
    expect(history.map(({ to }) => to)).toEqual([
      "draft",
      "scheduled",
      "sending",
      "paused",
      "sending",
      "cancelled",
    ]);
  });

  test("A19: an edit voids the review; another version in the store is a conflict", async () => {
    const tenant = await aTenant();
    const ctx = tenant.as("owner");
    const { id } = await aCommunity(ctx);
    const announcement = await draft(ctx, { communityIds: [id] });
    await changeAnnouncement(ctx, announcement.id, { transition: "submit" });
    await expect(changeAnnouncement(ctx, announcement.id, { transition: "approve" })).rejects.toMatchObject({
      code: "not_allowed",
    });
    await changeAnnouncement(tenant.as("admin"), announcement.id, { transition: "approve" });
    const edited = await updateAnnouncement(ctx, announcement.id, { body: "Outro", version: 1 });
    expect(edited).toMatchObject({ status: "draft", version: 2, body: "Outro" });
    await expect(
      updateAnnouncement(ctx, announcement.id, { body: "Velho", version: 1 }),
    ).rejects.toMatchObject({
      code: "conflict",
    });
  });
});
