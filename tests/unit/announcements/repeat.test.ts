import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holidayOn } from "@/lib/announcements/holiday-rules";
import { nextTimesOf } from "@/lib/announcements/next-times";
import { ONCE, type RepeatChoice, repeatOf, rruleOf, WEEKDAYS } from "@/lib/announcements/repeat-rules";
import { endedBefore, withoutTime } from "@/lib/announcements/series-rules";

const TUESDAY = "2026-03-31T09:00";
const choice = (given: Partial<RepeatChoice>): RepeatChoice => ({ ...ONCE, ...given });
const rule = (given: Partial<RepeatChoice>, localTime = TUESDAY) => rruleOf(choice(given), localTime);

describe("A6: a recurrence chosen in words", () => {
  test("is a rule of RFC 5545", () => {
    expect(rule({})).toBeUndefined();
    expect(rule({ repeat: "daily" })).toBe("FREQ=DAILY");
    expect(rule({ repeat: "weekdays" })).toBe("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
    expect(rule({ repeat: "weekly" })).toBe("FREQ=WEEKLY;BYDAY=TU");
    expect(rule({ repeat: "weekly", weekdays: ["TH", "MO"] })).toBe("FREQ=WEEKLY;BYDAY=MO,TH");
    expect(rule({ repeat: "monthly" })).toBe("FREQ=MONTHLY;BYMONTHDAY=31");
    expect(rule({ repeat: "monthEnd", ends: "count", count: 3 })).toBe("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3");
    expect(rule({ repeat: "yearly", ends: "until", until: "2030-12-31" })).toBe("FREQ=YEARLY;UNTIL=20301231");
  });

  test("is read back as it was chosen", () => {
    const day = fc.date({ min: new Date("2026-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
    const end = fc.oneof(
      fc.constant({ ends: "never" as const }),
      fc.record({ ends: fc.constant("count" as const), count: fc.integer({ min: 1, max: 999 }) }),
      fc.record({
        ends: fc.constant("until" as const),
        until: day.map((date) => date.toISOString().slice(0, 10)),
      }),
    );
    const base = fc.oneof(
      fc.record({ repeat: fc.constantFrom(...(["daily", "monthly", "monthEnd", "yearly"] as const)) }),
      fc.record({
        repeat: fc.constant("weekly" as const),
        weekdays: fc.subarray([...WEEKDAYS], { minLength: 1, maxLength: 4 }),
      }),
    );
    fc.assert(
      fc.property(base, end, day, (given, until, date) => {
        const localTime = date.toISOString().slice(0, 16);
        const chosen = choice({ ...given, ...until });
        expect(repeatOf(rruleOf(chosen, localTime), localTime)).toEqual(chosen);
      }),
    );
  });

  test("that there are no words for stays word for word", () => {
    for (const rrule of [
      "FREQ=MONTHLY;BYDAY=2TU",
      "FREQ=DAILY;INTERVAL=3",
      "FREQ=YEARLY;UNTIL=20300101T000000Z",
      "FREQ=MONTHLY;BYMONTHDAY=5",
      "FREQ=WEEKLY;BYDAY=MO;BYHOUR=9,18",
    ]) {
      const read = repeatOf(rrule, TUESDAY);
      expect(read).toMatchObject({ repeat: "own", rrule });
      expect(rruleOf(read, TUESDAY)).toBe(rrule);
    }
  });

  test("keeps the times that were skipped, and the end of what was split", () => {
    const skipped = withoutTime("FREQ=WEEKLY;BYDAY=TU", "2026-04-07T09:00");
    expect(rruleOf(repeatOf(skipped, TUESDAY), TUESDAY)).toBe(skipped);
    const ended = endedBefore("FREQ=DAILY", "2026-04-07T09:00");
    expect(repeatOf(ended, TUESDAY)).toMatchObject({ repeat: "daily", ends: "until", until: "2026-04-06" });
  });
});

describe("A6: what the composer says of a schedule", () => {
  const ask = (localTime: string, rrule?: string, timezone = "America/Sao_Paulo") =>
    nextTimesOf(
      { localTime, timezone, rrule },
      { now: new Date("2026-03-03T15:00:00Z"), country: "BR", locale: "pt-BR" },
    );

  test("five next times, in words, from now on", () => {
    const { words, times } = ask("2026-01-01T09:00", "FREQ=MONTHLY;BYMONTHDAY=-1");
    expect(words).toBe("todo mês · último dia do mês");
    expect(times.map(({ localTime }) => localTime)).toEqual([
      "2026-03-31T09:00",
      "2026-04-30T09:00",
      "2026-05-31T09:00",
      "2026-06-30T09:00",
      "2026-07-31T09:00",
    ]);
  });

  test("a time that is over, one at night, one on a holiday", () => {
    expect(ask("2026-03-01T09:00")).toMatchObject({ isPast: true, times: [] });
    expect(ask("2026-04-03T23:30").times[0]).toMatchObject({ isNight: true, holiday: "goodFriday" });
    expect(ask("2026-04-06T07:00").times[0]).toMatchObject({ isNight: false, holiday: null });
  });

  test("X1: a time that the clock jumps over is told", () => {
    const { times } = ask("2026-03-08T02:30", "FREQ=DAILY;COUNT=2", "America/New_York");
    expect(times.map(({ note }) => note)).toEqual(["shifted_forward", null]);
  });

  test("a rule that cannot be understood is named by its part", () => {
    expect(ask("2026-04-03T09:00", "FREQ=OFTEN").problem).toMatchObject({
      path: "rrule",
      code: "rrule_invalid",
    });
  });
});

describe("the national holidays of Brazil", () => {
  test("moving ones follow Easter", () => {
    const days = ["2026-02-17", "2026-04-03", "2026-06-04", "2027-03-26", "2025-04-18", "2024-02-13"];
    expect(days.map((day) => holidayOn(day, "BR"))).toEqual([
      "carnival",
      "goodFriday",
      "corpusChristi",
      "goodFriday",
      "goodFriday",
      "carnival",
    ]);
  });

  test("fixed ones, and none of another country", () => {
    expect(holidayOn("2026-11-20", "BR")).toBe("consciousness");
    expect(holidayOn("2026-11-19", "BR")).toBeNull();
    expect(holidayOn("2026-12-25", "MX")).toBeNull();
  });
});
