import { beforeEach, expect, test } from "vitest";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { rehearseAnnouncement } from "@/lib/announcements/queries/rehearse-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import type { TenantContext } from "@/lib/platform/context";
import { aCommunity, people } from "../../support/village-rooms";
import { aTenant, NOON } from "../../support/world";

let ctx: TenantContext;
let vila: { id: string; groups: string[] };
let ids: string[];

// Four people, one of them in the group; two announcements a week, one promotion.
beforeEach(async () => {
  ctx = (await aTenant()).as("owner");
  vila = await aCommunity(ctx, ["a"]);
  ids = await people(ctx, vila.id, 4, (n) => (n === 0 ? vila.groups : []));
  await ctx.db.tenant.updateMany({ data: { settings: { weeklyAnnouncements: 2, weeklyPromotions: 1 } } });
});

const on = (day: number): TenantContext => ({ ...ctx, now: new Date(NOON.getTime() + day * 86_400_000) });
const draft = (given: object, day: number) =>
  createAnnouncement(
    on(day),
    createAnnouncementInput.parse({ communityIds: [vila.id], body: "Oi", ...given }),
  );

async function send(given: object, day: number): Promise<number> {
  const { id } = await draft(given, day);
  await sendAnnouncement(on(day), id, { undoSeconds: 0 });
  await startAnnouncement(on(day), id);
  const [occurrence] = (await listOccurrencesOf(ctx, { announcementId: id, limit: 1 })).data;
  await sendOccurrence(on(day), occurrence?.id ?? "");
  return ctx.db.delivery.count({ where: { occurrenceId: occurrence?.id ?? "" } });
}
const rehearse = async (given: object, day: number) => {
  const { id } = await draft(given, day);
  return rehearseAnnouncement(on(day), id);
};

test("A18: who had enough this week is in the bucket fatigue, by the planner that sends", async () => {
  expect(await send({}, 0)).toBe(4);
  expect(await send({ audience: { kind: "groups", groupIds: vila.groups } }, 1)).toBe(1);
  expect(await rehearse({}, 2)).toMatchObject({
    people: 3,
    considered: 4,
    buckets: [{ reason: "fatigue", count: 1 }],
    // On day 7 the first of them is out of the window.
    betterDay: "2026-03-10",
  });
  expect(await send({}, 2)).toBe(3);
  expect(await rehearse({}, 3)).toMatchObject({ people: 0, buckets: [{ reason: "fatigue", count: 4 }] });
  expect(await rehearse({}, 9.5)).toMatchObject({ people: 4, buckets: [], betterDay: null });
});

test("promotions have a budget of their own", async () => {
  await send({ kind: "promotion" }, 0);
  expect(await rehearse({ kind: "promotion" }, 1)).toMatchObject({ people: 0 });
  expect(await rehearse({ kind: "content" }, 1)).toMatchObject({ people: 4 });
});

test("what failed, was skipped or was taken back is no announcement that somebody got", async () => {
  await send({}, 0);
  await send({}, 1);
  await ctx.db.delivery.updateMany({ where: { memberId: ids[1] ?? "" }, data: { status: "failed" } });
  expect(await rehearse({}, 2)).toMatchObject({ people: 1 });
  await ctx.db.occurrence.updateMany({ data: { retractedAt: NOON } });
  expect(await rehearse({}, 2)).toMatchObject({ people: 4 });
});

test("an emergency passes, and its reason is kept", async () => {
  await send({}, 0);
  await send({}, 1);
  const { id } = await draft({ urgentReason: "Falta água hoje" }, 2);
  expect(await rehearseAnnouncement(on(2), id)).toMatchObject({ people: 4, buckets: [] });
  expect((await ctx.db.announcement.findFirst({ where: { id } }))?.urgentReason).toBe("Falta água hoje");
});

test("A17: a histogram of people's clocks sums to the people", async () => {
  await ctx.db.member.updateMany({
    where: { id: { in: ids.slice(0, 3) } },
    data: { timezone: "America/Manaus" },
  });
  const { zones } = await rehearse({}, 0);
  expect(zones).toEqual([
    { timezone: "America/Manaus", people: 3 },
    { timezone: null, people: 1 },
  ]);
});
