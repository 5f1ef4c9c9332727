import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstOpen, windowsOf } from "@/lib/announcements/window-rules";

const SP = "America/Sao_Paulo";
const night = { quiet: { from: 22, until: 8 }, business: null };
const office = { quiet: null, business: { from: 9, until: 18 } };
const open = (at: string, zone: string, windows: Parameters<typeof firstOpen>[2]) =>
  firstOpen(new Date(at), zone, windows).toISOString();

describe("A6: quiet hours", () => {
  test.each([
    ["in the evening it waits for the morning", "2026-03-04T02:30:00Z", "2026-03-04T11:00:00.000Z"],
    ["after midnight it waits for the same morning", "2026-03-04T04:10:00Z", "2026-03-04T11:00:00.000Z"],
    ["by day it goes at once", "2026-03-03T15:00:00Z", "2026-03-03T15:00:00.000Z"],
    ["at the last minute of the night it waits", "2026-03-04T10:59:59Z", "2026-03-04T11:00:00.000Z"],
    ["at their end it goes", "2026-03-04T11:00:00Z", "2026-03-04T11:00:00.000Z"],
    ["at their beginning it waits", "2026-03-04T01:00:00Z", "2026-03-04T11:00:00.000Z"],
  ])("over midnight: %s", (_, at, expected) => {
    expect(open(at, SP, night)).toBe(expected);
  });

  test("within a day", () => {
    const siesta = { quiet: { from: 13, until: 15 }, business: null };
    expect(open("2026-03-03T16:30:00Z", SP, siesta)).toBe("2026-03-03T18:00:00.000Z");
    expect(open("2026-03-03T15:30:00Z", SP, siesta)).toBe("2026-03-03T15:30:00.000Z");
  });

  test("X1: where the clock goes forward at their end, the first instant after the gap", () => {
    const until2 = { quiet: { from: 22, until: 2 }, business: null };
    // New York, 8 March 2026: 2:00 does not exist; after 1:59:59 comes 3:00.
    expect(open("2026-03-08T05:00:00Z", "America/New_York", until2)).toBe("2026-03-08T07:00:00.000Z");
  });
});

describe("A6: business hours", () => {
  test.each([
    ["Friday evening waits for Monday", "2026-03-06T22:00:00Z", "2026-03-09T12:00:00.000Z"],
    ["early on Tuesday waits for nine", "2026-03-03T10:00:00Z", "2026-03-03T12:00:00.000Z"],
    ["Saturday waits for Monday", "2026-03-07T15:00:00Z", "2026-03-09T12:00:00.000Z"],
    ["within them it goes at once", "2026-03-03T12:00:00Z", "2026-03-03T12:00:00.000Z"],
  ])("%s", (_, at, expected) => {
    expect(open(at, SP, office)).toBe(expected);
  });
});

const hours = { quietFromHour: 22, quietUntilHour: 8, businessFromHour: 9, businessUntilHour: 18 };

test("A18: what is urgent knows no quiet hours; business hours hold where they are asked for", () => {
  expect(windowsOf(hours, { isUrgent: true, isBusiness: false })).toEqual({ quiet: null, business: null });
  expect(windowsOf(hours, { isUrgent: false, isBusiness: true })).toEqual({
    quiet: { from: 22, until: 8 },
    business: { from: 9, until: 18 },
  });
  const none = { ...hours, quietFromHour: 24, quietUntilHour: 24 };
  expect(windowsOf(none, { isUrgent: false, isBusiness: false }).quiet).toBeNull();
});

test("never before it is due, within eight days, and open where the windows meet at all", () => {
  const hour = fc.integer({ min: 0, max: 23 });
  const when = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true });
  const zones = fc.constantFrom(SP, "America/New_York", "Europe/Lisbon", "Asia/Kolkata", "Pacific/Apia");
  fc.assert(
    fc.property(when, zones, hour, hour, (at, zone, from, until) => {
      fc.pre(from !== until);
      const windows = { quiet: { from, until }, business: null };
      const opened = firstOpen(at, zone, windows);
      expect(opened.getTime()).toBeGreaterThanOrEqual(at.getTime());
      expect(opened.getTime() - at.getTime()).toBeLessThan(8 * 86_400_000);
      expect(firstOpen(opened, zone, windows)).toEqual(opened);
    }),
  );
});
