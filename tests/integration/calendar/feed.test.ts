import ICAL from "ical.js";
import { beforeEach, describe, expect, test } from "vitest";
import { GET } from "@/app/calendar/[token]/route";
import { changeAnnouncement } from "@/lib/announcements/commands/change-announcement";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { scheduleAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { makeCalendarLink, revokeCalendarLink } from "@/lib/calendar/commands/make-link";
import { getCalendarLink } from "@/lib/calendar/queries/get-link";
import { readFeed } from "@/lib/calendar/queries/read-feed";
import type { TenantContext } from "@/lib/platform/context";
import { seal } from "@/lib/platform/sealed";
import type { StaffRole } from "@/lib/shared/actor";
import { aCommunity } from "../../support/village-rooms";
import { aTenant, type Neighbour, NOON } from "../../support/world";

let here: Neighbour;
let owner: TenantContext;
let communityId: string;

beforeEach(async () => {
  here = await aTenant();
  owner = here.as("owner");
  communityId = (await aCommunity(owner)).id;
});

type Plan = { body?: string; localTime?: string; timezone?: string; rrule?: string; communityId?: string };

/** An announcement that is scheduled. */
async function plan({ body = "Corrida no sábado", communityId: place = communityId, ...when }: Plan = {}) {
  const input = createAnnouncementInput.parse({ communityIds: [place], body });
  const { id } = await createAnnouncement(owner, input);
  const schedule = {
    mode: "at" as const,
    localTime: "2026-03-10T09:00",
    timezone: "America/Sao_Paulo",
    ...when,
  };
  await scheduleAnnouncement(owner, id, { schedule });
  return id;
}

async function tokenOf(ctx: TenantContext): Promise<string> {
  await makeCalendarLink(ctx);
  return /calendar\/([\w-]+)\.ics$/u.exec((await getCalendarLink(ctx))?.url ?? "")?.[1] ?? "";
}

/** The events of a feed as a calendar program reads them. */
async function eventsOf(token: string, now = NOON) {
  const file = await readFeed(token, now);
  if (file === null) return null;
  const calendar = new ICAL.Component(ICAL.parse(file));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      at: event.startDate.toJSDate().toISOString(),
      summary: event.summary,
      description: event.description,
      status: String(component.getFirstPropertyValue("status")),
      url: String(component.getFirstPropertyValue("url")),
    };
  });
}

async function fetchFeed(token: string, headers: Record<string, string> = {}) {
  const request = new Request(`http://x/calendar/${token}.ics`, { headers });
  return await GET(request, { params: Promise.resolve({ token: `${token}.ics` }) });
}

describe("times", () => {
  test("X1, A6: a series stays at nine o'clock where clocks change, without its exception and with its end", async () => {
    await plan({
      localTime: "2026-03-05T09:00",
      timezone: "America/New_York",
      rrule: "FREQ=WEEKLY;UNTIL=20260402T235959\nEXDATE:20260319T090000",
    });
    const events = (await eventsOf(await tokenOf(owner))) ?? [];
    // New York's clocks go forward on 8 March: nine o'clock is 14:00 in UTC before, 13:00 after.
    expect(events.map(({ at }) => at)).toEqual([
      "2026-03-05T14:00:00.000Z",
      "2026-03-12T13:00:00.000Z",
      "2026-03-26T13:00:00.000Z",
      "2026-04-02T13:00:00.000Z",
    ]);
    const local = new Intl.DateTimeFormat("en-GB", {
      timeZone: "America/New_York",
      timeStyle: "short",
    });
    expect(new Set(events.map(({ at }) => local.format(new Date(at))))).toEqual(new Set(["09:00"]));
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(4);
  });

  test("A6: a time that does not exist is at the first valid instant after, as it will be sent", async () => {
    await plan({
      localTime: "2026-03-07T02:30",
      timezone: "America/New_York",
      rrule: "FREQ=DAILY;COUNT=3",
    });
    expect((await eventsOf(await tokenOf(owner)))?.map(({ at }) => at)).toEqual([
      "2026-03-07T07:30:00.000Z",
      "2026-03-08T07:00:00.000Z",
      "2026-03-09T06:30:00.000Z",
    ]);
  });

  test("a series without an end fills the year ahead and no more", async () => {
    await plan({ rrule: "FREQ=WEEKLY" });
    const events = (await eventsOf(await tokenOf(owner))) ?? [];
    expect(events.length).toBeGreaterThan(50);
    expect(events.length).toBeLessThan(54);
  });
});

describe("what is in it", () => {
  test("the headline in any writing, its state in words, and the page of the announcement", async () => {
    const id = await plan({
      body: '*Oi*; vamos, \\n "todos" 🏃‍♀️ às 9h: é longe, leve água e protetor solar por favor\nsegunda linha',
    });
    const [event] = (await eventsOf(await tokenOf(owner))) ?? [];
    expect(event).toMatchObject({
      summary: 'Oi; vamos, \\n "todos" 🏃‍♀️ às 9h: é longe, leve água e protetor solar por favor',
      description: "Programado",
      status: "CONFIRMED",
      url: expect.stringMatching(new RegExp(`/t/${here.slug}/announcements/${id}$`)),
    });
    const file = (await readFeed(await tokenOf(owner), NOON)) ?? "";
    expect(file.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  test("what was called off is no more in it", async () => {
    const token = await tokenOf(owner);
    const id = await plan();
    expect(await eventsOf(token)).toHaveLength(1);
    await changeAnnouncement(owner, id, { transition: "cancel" });
    expect(await eventsOf(token)).toEqual([]);
  });
});

describe("R7: whose it is", () => {
  test("a marketer's has the communities granted to them now, and loses one with its grant", async () => {
    const other = await aCommunity(owner);
    const grant = await owner.db.staffGrant.create({
      data: { staffId: here.staff.marketer.staffId, communityId },
      select: { staffId: true },
    });
    await plan({ body: "Meu" });
    await plan({ body: "Dos outros", communityId: other.id });
    const token = await tokenOf(here.as("marketer", [communityId]));
    expect((await eventsOf(token))?.map(({ summary }) => summary)).toEqual(["Meu"]);
    await owner.db.staffGrant.deleteMany({ where: { staffId: grant.staffId } });
    expect(await eventsOf(token)).toEqual([]);
  });

  test("a role without announcements has none; a place in the team that is lost takes it along", async () => {
    await plan();
    await expect(makeCalendarLink(here.as("finance"))).rejects.toMatchObject({ code: "not_allowed" });
    const token = await tokenOf(here.as("admin"));
    expect((await fetchFeed(token)).status).toBe(200);
    const { staffId } = here.staff.admin;
    await owner.db.staff.updateMany({
      where: { id: staffId },
      data: { role: "finance" satisfies StaffRole },
    });
    expect((await fetchFeed(token)).status).toBe(404);
    await owner.db.staff.updateMany({ where: { id: staffId }, data: { role: "admin" satisfies StaffRole } });
    expect((await fetchFeed(token)).status).toBe(200);
    await owner.db.staff.deleteMany({ where: { id: staffId } });
    expect((await fetchFeed(token)).status).toBe(404);
    expect(await owner.db.calendarLink.count()).toBe(0);
  });

  test("T3: nobody reads another's address, and a changed one is none", async () => {
    await plan();
    const token = await tokenOf(owner);
    expect(await getCalendarLink(here.as("admin"))).toBeNull();
    const there = await aTenant();
    const swapped = `${(await tokenOf(there.as("owner"))).slice(0, 22)}${token.slice(22)}`;
    for (const wrong of [swapped, `${token}x`, token.slice(0, -1), "x", ""])
      expect((await fetchFeed(wrong)).status).toBe(404);
    expect(await eventsOf(await tokenOf(there.as("owner")))).toEqual([]);
  });
});

describe("the address", () => {
  test("renewed or taken back it shows nothing any more; P17: it is not in the database as it is", async () => {
    const first = await tokenOf(owner);
    expect(JSON.stringify(await owner.db.calendarLink.findMany())).not.toContain(first.slice(22));
    const second = await tokenOf(owner);
    expect([(await fetchFeed(first)).status, (await fetchFeed(second)).status]).toEqual([404, 200]);
    expect((await getCalendarLink(owner))?.readAt).toBeInstanceOf(Date);
    await owner.db.calendarLink.updateMany({ data: { token: seal("x", "another use") } });
    expect(await getCalendarLink(owner)).toBeNull();
    await revokeCalendarLink(owner);
    expect((await fetchFeed(second)).status).toBe(404);
    expect(await getCalendarLink(owner)).toBeNull();
  });

  test("unchanged it is 304, by any of the named marks; a change is a new one", async () => {
    const token = await tokenOf(owner);
    await plan({ localTime: "2030-03-10T09:00" });
    const answer = await fetchFeed(token);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("private, no-cache");
    const etag = answer.headers.get("etag") ?? "";
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await fetchFeed(token, { "if-none-match": known });
      expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    }
    const soon = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await plan({ localTime: `${soon}T09:00` });
    const changed = await fetchFeed(token, { "if-none-match": etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get("etag")).not.toBe(etag);
  });
});
