import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { occurrencesBetween, previewSchedule } from "@/lib/announcements/schedule-rules";
import { endedBefore, isAhead, startedAt, withoutTime } from "@/lib/announcements/series-rules";
import { earliestZone, firstTurn, turnAfter } from "@/lib/announcements/turn-rules";

const ZONE = "America/Sao_Paulo";
const series = (rrule: string, localTime = "2026-03-02T09:00") => ({
  mode: "at" as const,
  localTime,
  timezone: ZONE,
  rrule,
});
const times = (schedule: { localTime?: string | undefined; rrule?: string | undefined }, count = 8) => {
  const preview = previewSchedule({
    localTime: schedule.localTime ?? "",
    timezone: ZONE,
    rrule: schedule.rrule,
    count,
  });
  return preview.ok ? preview.occurrences.map(({ localTime }) => localTime) : [];
};

describe("a series in parts (A6): this, this and following", () => {
  const rule = fc.constantFrom(
    "FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=DAILY;COUNT=9",
    "FREQ=WEEKLY;UNTIL=20260601",
  );

  test("without one time it has all the others", () => {
    fc.assert(
      fc.property(rule, fc.nat(6), (rrule, place) => {
        const all = times(series(rrule), 8);
        const out = all[place] ?? "";
        const rest = times(series(withoutTime(rrule, out)), 7);
        expect(rest).toEqual(all.filter((time) => time !== out).slice(0, rest.length));
        expect(rest).not.toContain(out);
      }),
    );
  });

  test("cut before one time, the two halves are the whole, nothing twice, however often", () => {
    fc.assert(
      fc.property(rule, fc.integer({ min: 1, max: 6 }), (rrule, place) => {
        const all = times(series(rrule), 9);
        const cut = all[place] ?? "";
        const before = times(series(endedBefore(rrule, cut)), 100);
        const after = times(startedAt(series(rrule), cut), 9 - place);
        expect([...before, ...after]).toEqual(all);
      }),
    );
  });

  test("only a time of it that is ahead can be taken out", () => {
    const weekly = series("FREQ=WEEKLY");
    const now = new Date("2026-03-10T12:00:00Z");
    expect(isAhead(weekly, "2026-03-16T09:00", now)).toBe(true);
    expect(isAhead(weekly, "2026-03-09T09:00", now)).toBe(false);
    expect(isAhead(weekly, "2026-03-17T09:00", now)).toBe(false);
    expect(isAhead(weekly, "nonsense", now)).toBe(false);
  });
});

describe("the next time of a series (X3)", () => {
  const daily = series("FREQ=DAILY");
  const at = (text: string) => new Date(text);
  const next = (after: string, now: string, graceSeconds: number) =>
    turnAfter(daily, ZONE, { after: at(after), now: at(now), graceSeconds })?.dueLocal;

  test("is the one after", () => {
    expect(next("2026-03-02T12:00:00Z", "2026-03-02T12:01:00Z", 3_600)).toBe("2026-03-03T09:00");
  });

  test("after an outage only the last that is within its grace is made up for: no loss in silence, no burst", () => {
    expect(next("2026-03-02T12:00:00Z", "2026-03-06T13:00:00Z", 7_200)).toBe("2026-03-06T09:00");
    expect(next("2026-03-02T12:00:00Z", "2026-03-06T15:00:00Z", 7_200)).toBe("2026-03-07T09:00");
    expect(next("2026-03-02T12:00:00Z", "2026-03-06T13:00:00Z", 604_800)).toBe("2026-03-06T09:00");
  });

  test("there is none when the series is over", () => {
    const twice = series("FREQ=DAILY;COUNT=2");
    const turn = (after: string) =>
      turnAfter(twice, ZONE, { after: at(after), now: at(after), graceSeconds: 60 });
    expect(turn("2026-03-02T12:00:00Z")?.dueLocal).toBe("2026-03-03T09:00");
    expect(turn("2026-03-03T12:00:00Z")).toBeNull();
  });

  test("a rule of the 31st skips short months; the last day never drifts (X2)", () => {
    const on31 = times(series("FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-31T09:00"), 3);
    expect(on31).toEqual(["2026-01-31T09:00", "2026-03-31T09:00", "2026-05-31T09:00"]);
    const last = times(series("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31T09:00"), 3);
    expect(last).toEqual(["2026-01-31T09:00", "2026-02-28T09:00", "2026-03-31T09:00"]);
  });
});

describe("each person's own zone (A6)", () => {
  test("begins where the time comes first", () => {
    const zones = ["America/Manaus", "Europe/Lisbon", "Pacific/Auckland"];
    expect(earliestZone("2026-03-02T09:00", zones, ZONE)).toBe("Pacific/Auckland");
    expect(earliestZone("2026-03-02T09:00", [], ZONE)).toBe(ZONE);
    expect(earliestZone("2026-03-02T09:00", ["No/Where"], ZONE)).toBe(ZONE);
  });

  test("and must be ahead there", () => {
    const schedule = { mode: "memberLocal" as const, localTime: "2026-03-02T09:00", timezone: ZONE };
    const now = new Date("2026-03-02T00:00:00Z");
    expect(firstTurn(schedule, ZONE, now)?.dueAt.toISOString()).toBe("2026-03-02T12:00:00.000Z");
    expect(firstTurn(schedule, "Pacific/Auckland", now)).toBeNull();
  });
});

test("times between two instants: later than the first, up to the second, in order", () => {
  const found = occurrencesBetween(
    { localTime: "2026-03-02T09:00", timezone: ZONE, rrule: "FREQ=DAILY" },
    { after: "2026-03-03T12:00:00Z", until: "2026-03-06T12:00:00Z", limit: 10 },
  );
  expect(found.map(({ localTime }) => localTime)).toEqual([
    "2026-03-04T09:00",
    "2026-03-05T09:00",
    "2026-03-06T09:00",
  ]);
});
