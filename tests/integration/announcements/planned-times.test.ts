import { beforeEach, describe, expect, test } from "vitest";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { moveAnnouncement } from "@/lib/announcements/commands/move-announcement";
import { moveFollowing } from "@/lib/announcements/commands/move-following";
import { openPart } from "@/lib/announcements/commands/open-part";
import { scheduleAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { composeForm } from "@/lib/announcements/compose-schema";
import { getAnnouncement } from "@/lib/announcements/queries/get-announcement";
import { getLatestBreakdown } from "@/lib/announcements/queries/get-latest-breakdown";
import { listTimesAhead } from "@/lib/announcements/queries/list-times-ahead";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import { listReasons, listRecipients } from "@/lib/delivery/queries/list-recipients";
import type { TenantContext } from "@/lib/platform/context";
import { aCommunity, people } from "../../support/village-rooms";
import { aTenant } from "../../support/world";

let ctx: TenantContext;
let communityId: string;

beforeEach(async () => {
  // NOON is Tuesday 3 March 2026, 12:00 in São Paulo.
  ctx = (await aTenant()).as("owner");
  communityId = (await aCommunity(ctx)).id;
  await people(ctx, communityId, 3);
});

async function weekly() {
  const schedule = {
    mode: "at" as const,
    localTime: "2026-03-03T18:00",
    timezone: "America/Sao_Paulo",
    rrule: "FREQ=WEEKLY;BYDAY=TU",
  };
  const input = createAnnouncementInput.parse({ communityIds: [communityId], body: "Treino", schedule });
  const { id } = await createAnnouncement(ctx, input);
  return await scheduleAnnouncement(ctx, id, {});
}
const ahead = async (id: string) => (await listTimesAhead(ctx, await getAnnouncement(ctx, id))).slice(0, 3);

describe("A6: times of a series that are changed by hand", () => {
  test("one and the following go to another weekday; what came before stays", async () => {
    const { id } = await weekly();
    const part = await moveFollowing(ctx, id, { from: "2026-03-17T18:00", localTime: "2026-03-18T19:00" });
    expect(await ahead(id)).toEqual(["2026-03-03T18:00", "2026-03-10T18:00"]);
    expect(await ahead(part.id)).toEqual(["2026-03-18T19:00", "2026-03-25T19:00", "2026-04-01T19:00"]);
    expect(part).toMatchObject({ status: "scheduled", seriesId: id });
  });

  test("one that is opened to be edited is a draft of its own, and the series goes on without it", async () => {
    const { id } = await weekly();
    const part = await openPart(ctx, id, { localTime: "2026-03-10T18:00", scope: "this" });
    expect(part).toMatchObject({ status: "draft", schedule: { localTime: "2026-03-10T18:00" } });
    expect(await ahead(id)).toEqual(["2026-03-03T18:00", "2026-03-17T18:00", "2026-03-24T18:00"]);
  });

  test("a move to a day that the rule keeps to itself changes nothing", async () => {
    const { id } = await weekly();
    await moveAnnouncement(ctx, id, { localTime: "2026-03-04T18:00" });
    expect(await ahead(id)).toEqual(["2026-03-04T18:00", "2026-03-11T18:00", "2026-03-18T18:00"]);
    const whole = await getAnnouncement(ctx, id);
    await scheduleAnnouncementAsWeekdays(whole.id);
    const moving = moveAnnouncement(ctx, id, { localTime: "2026-03-07T18:00" });
    await expect(moving).rejects.toMatchObject({ code: "invalid_input" });
    expect((await ahead(id))[0]).toBe("2026-03-04T18:00");
  });

  async function scheduleAnnouncementAsWeekdays(id: string) {
    await ctx.db.announcement.updateMany({
      where: { id },
      data: { rrule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" },
    });
  }
});

describe("A6: what the composer sends", () => {
  const form = (given: Record<string, unknown>) =>
    composeForm.safeParse({ body: "Oi", kind: "other", communityId, when: "at", ...given });

  test("is the schedule that its fields say", () => {
    const sent = form({
      localTime: "2026-03-31T09:00",
      timezone: "America/Sao_Paulo",
      memberLocal: "on",
      repeat: "monthEnd",
      ends: "count",
      count: "3",
    });
    expect(sent.data?.schedule).toEqual({
      mode: "memberLocal",
      localTime: "2026-03-31T09:00",
      timezone: "America/Sao_Paulo",
      rrule: "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3",
    });
  });

  test("an end that is not said is asked for at its field", () => {
    const path = (given: Record<string, unknown>) =>
      form({ localTime: "2026-03-31T09:00", repeat: "daily", ...given }).error?.issues[0]?.path;
    expect(path({ ends: "until" })).toEqual(["until"]);
    expect(path({ ends: "count", count: "" })).toEqual(["count"]);
    expect(path({ repeat: "own" })).toEqual(["rrule"]);
    expect(path({ localTime: "" })).toEqual(["localTime"]);
  });
});

test("A14: a sending by channel, by person and by reason", async () => {
  const { id } = await weekly();
  const later = { ...ctx, now: new Date("2026-03-03T21:00:01Z") };
  await startAnnouncement(later, id);
  const [sending] = (await listOccurrencesOf(ctx, { announcementId: id, limit: 1 })).data;
  const occurrenceId = sending?.id ?? "";
  await sendOccurrence(later, occurrenceId);
  const [first] = (await listRecipients(ctx, { occurrenceId, limit: 2 })).data;
  await ctx.db.delivery.updateMany({
    where: { occurrenceId, memberId: first?.memberId ?? "" },
    data: { status: "failed", reason: "address_refused" },
  });
  expect((await getLatestBreakdown(ctx, id)).channels).toEqual([
    { channel: "in_app", people: 3, decided: 3, reached: 2, failed: 1 },
  ]);
  expect(await listReasons(ctx, occurrenceId)).toEqual([
    { status: "failed", reason: "address_refused", count: 1 },
  ]);
  const failed = await listRecipients(ctx, { occurrenceId, reason: "address_refused", limit: 9 });
  expect(failed.data.map(({ memberId, name }) => [memberId, name !== ""])).toEqual([[first?.memberId, true]]);
});
