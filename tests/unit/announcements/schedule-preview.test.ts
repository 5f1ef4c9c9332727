import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextOccurrence, previewSchedule, type ScheduleInput } from "@/lib/announcements/schedule-rules";

const preview = (input: ScheduleInput) => {
  const result = previewSchedule(input);
  if (!result.ok) throw new Error(result.code);
  return result;
};
const once = (localTime: string, timezone: string) => {
  const { instants, notes } = preview({ localTime, timezone });
  return [...instants, ...notes];
};
const code = (input: Partial<ScheduleInput>) => {
  const result = previewSchedule({ localTime: "2025-01-01T09:00", timezone: "UTC", ...input });
  return result.ok ? "ok" : `${result.code} at ${result.path}`;
};

describe("one wall-clock time in a zone (A6, X1)", () => {
  it.each([
    ["2025-07-01T09:00", "America/Sao_Paulo", ["2025-07-01T12:00:00Z"]],
    ["2025-07-01T09:00", "Asia/Kolkata", ["2025-07-01T03:30:00Z"]],
    ["2025-03-09T02:30", "America/New_York", ["2025-03-09T07:00:00Z", "shifted_forward"]],
    ["2025-03-09T03:00", "America/New_York", ["2025-03-09T07:00:00Z"]],
    ["2025-11-02T01:30", "America/New_York", ["2025-11-02T05:30:00Z", "first_of_two"]],
    ["2025-03-30T01:15", "Europe/Lisbon", ["2025-03-30T01:00:00Z", "shifted_forward"]],
    ["2025-10-26T01:15", "Europe/Lisbon", ["2025-10-26T00:15:00Z", "first_of_two"]],
    ["2025-09-07T00:30", "America/Santiago", ["2025-09-07T04:00:00Z", "shifted_forward"]],
    ["2025-04-05T23:30", "America/Santiago", ["2025-04-06T02:30:00Z", "first_of_two"]],
    ["2025-10-05T02:15", "Australia/Lord_Howe", ["2025-10-04T15:30:00Z", "shifted_forward"]],
    ["2025-04-06T01:45", "Australia/Lord_Howe", ["2025-04-05T14:45:00Z", "first_of_two"]],
    ["2018-11-04T00:00", "America/Sao_Paulo", ["2018-11-04T03:00:00Z", "shifted_forward"]],
    ["2018-11-04T00:59", "America/Sao_Paulo", ["2018-11-04T03:00:00Z", "shifted_forward"]],
    ["2018-02-17T23:30", "America/Sao_Paulo", ["2018-02-18T01:30:00Z", "first_of_two"]],
    ["2025-04-06T02:30", "Africa/Casablanca", ["2025-04-06T02:00:00Z", "shifted_forward"]],
    ["2025-02-23T02:30", "Africa/Casablanca", ["2025-02-23T01:30:00Z", "first_of_two"]],
    ["2011-12-30T10:00", "Pacific/Apia", ["2011-12-30T10:00:00Z", "shifted_forward"]],
  ])("%s in %s", (localTime, timezone, expected) => {
    expect(once(localTime, timezone)).toEqual(expected);
  });

  it("a gap gives the transition, and every time maps to an instant that reads back unless noted", () => {
    const zones = [
      "America/New_York",
      "Europe/Lisbon",
      "Australia/Lord_Howe",
      "America/Santiago",
      "Pacific/Apia",
    ];
    const time = fc.date({ min: new Date("2005-01-01"), max: new Date("2035-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(time, fc.constantFrom(...zones), (date, timezone) => {
        const localTime = date.toISOString().slice(0, 16);
        const { instants, notes } = preview({ localTime, timezone });
        if (notes.includes("shifted_forward")) return;
        const shown = new Intl.DateTimeFormat("sv-SE", {
          timeZone: timezone,
          dateStyle: "short",
          timeStyle: "short",
        });
        expect(shown.format(new Date(instants[0] ?? "")).replace(" ", "T")).toBe(localTime);
      }),
    );
  });
});

describe("series", () => {
  it("X1: a gap shifts its own day only, and the instants follow the clock", () => {
    const result = preview({
      localTime: "2025-03-08T02:30",
      timezone: "America/New_York",
      rrule: "FREQ=DAILY;COUNT=3",
    });
    expect(result.instants).toEqual(["2025-03-08T07:30:00Z", "2025-03-09T07:00:00Z", "2025-03-10T06:30:00Z"]);
    expect(result.notes).toEqual(["shifted_forward"]);
    expect(result.occurrences[1]).toEqual({
      localTime: "2025-03-09T02:30",
      instant: "2025-03-09T07:00:00Z",
      note: "shifted_forward",
    });
  });

  it("X1: hourly times that fall on one instant are one", () => {
    const result = preview({
      localTime: "2025-03-09T01:00",
      timezone: "America/New_York",
      rrule: "FREQ=HOURLY",
      count: 3,
    });
    expect(result.instants).toEqual(["2025-03-09T06:00:00Z", "2025-03-09T07:00:00Z", "2025-03-09T08:00:00Z"]);
  });

  it("X2: the 31st is skipped where there is none, the last day stays last, and nothing drifts", () => {
    const days = (rrule: string) =>
      preview({ localTime: "2025-01-31T09:00", timezone: "America/Sao_Paulo", rrule }).occurrences.map(
        ({ localTime }) => localTime.slice(5, 10),
      );
    expect(days("FREQ=MONTHLY;COUNT=4")).toEqual(["01-31", "03-31", "05-31", "07-31"]);
    expect(days("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4")).toEqual(["01-31", "02-28", "03-31", "04-30"]);
    expect(days("FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1;COUNT=3")).toEqual([
      "01-31",
      "02-28",
      "03-31",
    ]);
  });

  it("until is an inclusive local time, a day without a time counts whole", () => {
    const until = (text: string, rrule = "FREQ=DAILY") =>
      preview({ localTime: "2025-01-01T22:00", timezone: "America/Sao_Paulo", rrule, until: text }).instants
        .length;
    expect(until("2025-01-03T22:00")).toBe(3);
    expect(until("2025-01-03T21:59")).toBe(2);
    expect(until("2025-01-03")).toBe(3);
    expect(until("2024-12-31")).toBe(0);
    expect(until("2026-01-01", "FREQ=DAILY;UNTIL=20250103")).toBe(3);
    expect(until("2026-01-01", "FREQ=DAILY;UNTIL=20250103T220000")).toBe(3);
    expect(until("2026-01-01", "FREQ=DAILY;UNTIL=20250104T005959Z")).toBe(2);
  });

  it("count bounds the answer at 1,000, past dates are answered too", () => {
    const daily = { localTime: "1999-01-01T09:00", timezone: "UTC", rrule: "FREQ=DAILY" };
    expect(preview({ ...daily, count: 1_000 }).instants).toHaveLength(1_000);
    expect(preview({ ...daily, until: "2019-01-01" }).instants).toHaveLength(1_000);
    expect(preview({ ...daily, rrule: "FREQ=DAILY;COUNT=5", count: 3 }).instants).toHaveLength(3);
    expect(preview(daily).instants).toHaveLength(10);
  });

  it("exceptions are left out, by local time, by instant and by day", () => {
    const rrule =
      "RRULE:FREQ=DAILY;COUNT=5\nEXDATE;TZID=America/Sao_Paulo:20250102T090000\nEXDATE:20250103T120000Z\nEXDATE;VALUE=DATE:20250104";
    const result = preview({ localTime: "2025-01-01T09:00", timezone: "America/Sao_Paulo", rrule });
    expect(result.occurrences.map(({ localTime }) => localTime)).toEqual([
      "2025-01-01T09:00",
      "2025-01-05T09:00",
    ]);
  });

  it.each([
    [{ timezone: "Mars/Olympus" }, "timezone_invalid at timezone"],
    [{ timezone: "-03:00" }, "timezone_invalid at timezone"],
    [{ timezone: "" }, "timezone_invalid at timezone"],
    [{ localTime: "2025-02-30T09:00" }, "local_time_invalid at localTime"],
    [{ localTime: "2025-02-20T24:00" }, "local_time_invalid at localTime"],
    [{ localTime: "2025-02-20T09:00Z" }, "local_time_invalid at localTime"],
    [{ until: "tomorrow" }, "until_invalid at until"],
    [{ count: 0 }, "count_invalid at count"],
    [{ count: 1_001 }, "count_invalid at count"],
    [{ count: 1.5 }, "count_invalid at count"],
    [{ rrule: "FREQ=SOMETIMES" }, "rrule_invalid at rrule"],
    [{ rrule: "every day" }, "rrule_invalid at rrule"],
    [{ rrule: "FREQ=DAILY;COUNT=0" }, "rrule_invalid at rrule"],
    [{ rrule: "FREQ=DAILY;BYHOUR=25" }, "rrule_invalid at rrule"],
    [{ rrule: "FREQ=DAILY;BYMONTHDAY=0" }, "rrule_invalid at rrule"],
    [{ rrule: "FREQ=WEEKLY;BYDAY=XX" }, "rrule_invalid at rrule"],
    [{ rrule: "FREQ=WEEKLY;BYMONTHDAY=1" }, "rrule_invalid at rrule"],
    [{ rrule: "FREQ=DAILY;COUNT=2;UNTIL=20250101" }, "rrule_invalid at rrule"],
    [{ rrule: "FREQ=DAILY;UNTIL=20250231" }, "rrule_invalid at rrule"],
    [{ rrule: "FREQ=DAILY;CONSTRUCTOR=1" }, "rrule_invalid at rrule"],
    [{ rrule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" }, "rrule_never_matches at rrule"],
  ])("%j is refused: %s", (input, expected) => {
    expect(code(input)).toBe(expected);
  });

  it("never throws, whatever the rule", () => {
    const piece = fc.constantFrom(
      "FREQ=DAILY",
      "BYDAY=MO",
      "BYSETPOS=1",
      "COUNT=3",
      "=",
      ";",
      "UNTIL=20250105",
      "EXDATE:",
      "\n",
    );
    const rule = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 5 }).map((parts) => parts.join(";")),
    );
    fc.assert(
      fc.property(rule, (rrule) => {
        expect(typeof code({ rrule })).toBe("string");
      }),
    );
  });
});

describe("the next time of a series (X1, X3)", () => {
  const next = (input: Omit<ScheduleInput, "count">, after: string) => {
    const result = nextOccurrence(input, after);
    return result.ok ? (result.occurrence?.instant ?? null) : result.code;
  };

  it("is later than the given instant, years on, with intervals kept", () => {
    const zone = { timezone: "America/New_York" };
    expect(
      next(
        { ...zone, localTime: "2010-01-04T09:00", rrule: "FREQ=WEEKLY;INTERVAL=2" },
        "2025-06-01T00:00:00Z",
      ),
    ).toBe("2025-06-02T13:00:00Z");
    expect(
      next({ ...zone, localTime: "2010-01-04T09:00", rrule: "FREQ=HOURLY" }, "2025-06-01T00:00:00Z"),
    ).toBe("2025-06-01T01:00:00Z");
    expect(
      next({ ...zone, localTime: "2010-01-31T09:00", rrule: "FREQ=MONTHLY" }, "2025-06-01T00:00:00Z"),
    ).toBe("2025-07-31T13:00:00Z");
  });

  it("agrees with the preview, time after time", () => {
    const input = {
      localTime: "2025-03-01T02:30",
      timezone: "America/New_York",
      rrule: "FREQ=DAILY;INTERVAL=2;COUNT=8",
    };
    let after = "2025-01-01T00:00:00Z";
    for (const instant of preview(input).instants) {
      expect(next(input, after)).toBe(instant);
      after = instant;
    }
    expect(next(input, after)).toBeNull();
  });
});
