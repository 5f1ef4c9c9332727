import { describe, expect, test } from "vitest";
import { byDay, calendarPage, calendarViewFrom, dayFrom } from "@/lib/announcements/calendar-rules";
import { previewSchedule } from "@/lib/announcements/schedule-rules";
import { shiftedRule } from "@/lib/announcements/shift-rules";

describe("a page of the calendar", () => {
  test("a month shows whole weeks, beginning on Sunday or on Monday", () => {
    const sunday = calendarPage("month", "2026-11-26", 0);
    expect([sunday.days[0], sunday.days.at(-1), sunday.days.length]).toEqual([
      "2026-11-01",
      "2026-12-05",
      35,
    ]);
    expect([sunday.previous, sunday.next]).toEqual(["2026-10-01", "2026-12-01"]);
    const monday = calendarPage("month", "2026-02-10", 1);
    expect([monday.days[0], monday.days.at(-1)]).toEqual(["2026-01-26", "2026-03-01"]);
  });

  test("a week, an agenda, over the end of a year", () => {
    expect(calendarPage("week", "2027-01-01", 0).days).toEqual([
      "2026-12-27",
      "2026-12-28",
      "2026-12-29",
      "2026-12-30",
      "2026-12-31",
      "2027-01-01",
      "2027-01-02",
    ]);
    expect(calendarPage("agenda", "2026-12-20", 0)).toMatchObject({
      previous: "2026-11-22",
      next: "2027-01-17",
    });
  });

  test("an address that is none shows today's month", () => {
    expect(dayFrom("2026-02-30", "2026-11-26")).toBe("2026-11-26");
    expect(dayFrom("2026-02-28", "2026-11-26")).toBe("2026-02-28");
    expect(calendarViewFrom("year")).toBe("month");
  });

  test("a time stands on the day that the zone's calendar shows", () => {
    const late = { at: new Date("2026-11-27T01:30:00Z") };
    expect([...byDay([late], "America/Sao_Paulo").keys()]).toEqual(["2026-11-26"]);
    expect([...byDay([late], "UTC").keys()]).toEqual(["2026-11-27"]);
  });
});

describe("A6: a series that is moved as a whole", () => {
  const times = (rrule: string, localTime: string) => {
    const preview = previewSchedule({ localTime, timezone: "America/Sao_Paulo", rrule, count: 3 });
    return preview.ok ? preview.occurrences.map((each) => each.localTime) : [];
  };

  test("its weekdays go along", () => {
    const rule = shiftedRule("FREQ=WEEKLY;BYDAY=TU,SU", "2026-03-03T09:00", "2026-03-05T10:00") ?? "";
    expect(times(rule, "2026-03-05T10:00")).toEqual([
      "2026-03-05T10:00",
      "2026-03-10T10:00",
      "2026-03-12T10:00",
    ]);
  });

  test("so do its day of the month and the times that were left out", () => {
    const rule = shiftedRule(
      "FREQ=MONTHLY;BYMONTHDAY=3\nEXDATE:20260403T090000",
      "2026-03-03T09:00",
      "2026-03-05T10:00",
    );
    expect(times(rule ?? "", "2026-03-05T10:00")).toEqual([
      "2026-03-05T10:00",
      "2026-05-05T10:00",
      "2026-06-05T10:00",
    ]);
  });

  test("another hour changes no rule; another day none that keeps its days", () => {
    const last = "FREQ=MONTHLY;BYMONTHDAY=-1";
    expect(shiftedRule(last, "2026-03-31T09:00", "2026-03-31T18:00")).toBe(last);
    expect(shiftedRule(last, "2026-03-31T09:00", "2026-03-30T09:00")).toBeNull();
    expect(
      shiftedRule("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-03-31T09:00", "2026-04-05T09:00"),
    ).toBeNull();
  });
});
