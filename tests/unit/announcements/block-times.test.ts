import { describe, expect, test } from "vitest";
import { blockOverProblems, blockTimeProblems, blockTimes } from "@/lib/announcements/block-times";
import { type BlockContent, blockContent } from "@/lib/blocks/schema";

const SENT = new Date("2026-03-03T15:00:00.000Z");
const now = { mode: "now" } as const;
const event = (given: object = {}) =>
  blockContent.parse({
    kind: "event",
    title: "Corrida",
    startsAt: "2026-03-08T07:00",
    timezone: "America/Sao_Paulo",
    ...given,
  }) as BlockContent;
const poll = (given: object) =>
  blockContent.parse({ kind: "poll", question: "?", options: ["a", "b"], ...given });

describe("A6: the times of a block are wall-clock times in a zone", () => {
  test("an event begins by its own clock", () => {
    expect(blockTimes(event(), SENT).startsAt?.toISOString()).toBe("2026-03-08T10:00:00.000Z");
  });

  test("hours after the sending count from it", () => {
    expect(blockTimes(poll({ closesAfterHours: 48 }), SENT).closesAt?.toISOString()).toBe(
      "2026-03-05T15:00:00.000Z",
    );
  });

  test("a poll without an end has none", () => {
    expect(blockTimes(poll({}), SENT)).toEqual({ closesAt: null, startsAt: null, endsAt: null });
  });

  test.each([
    [event({ startsAt: "2026-02-30T07:00" }), "block.startsAt", "local_time_invalid"],
    [event({ timezone: "-03:00" }), "block.timezone", "timezone_invalid"],
    [event({ endsAt: "2026-03-08T06:00" }), "block.endsAt", "ends_before_start"],
    [poll({ closesAt: "2026-03-08T07:00" }), "block.timezone", "timezone_invalid"],
  ])("what cannot be is told at its field: %#", (content, path, code) => {
    expect(blockTimeProblems(content, now)).toEqual([{ path, code }]);
  });

  test("a fixed date does not go with a series, hours do", () => {
    const series = { mode: "at", rrule: "FREQ=DAILY" } as const;
    expect(blockTimeProblems(event(), series)).toEqual([{ path: "block.startsAt", code: "fixed_in_series" }]);
    expect(blockTimeProblems(poll({ closesAfterHours: 2 }), series)).toEqual([]);
  });

  test("what is over before the sending is refused", () => {
    const late = new Date("2026-03-09T00:00:00Z");
    expect(blockOverProblems(event(), late)).toEqual([
      { path: "block.startsAt", code: "over_before_sending" },
    ]);
    expect(blockOverProblems(event(), SENT)).toEqual([]);
  });
});
