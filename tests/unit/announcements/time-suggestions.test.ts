import { expect, it } from "vitest";
import { suggestTimes } from "@/components/announcements/time-suggestions";

const times = (earliest: string) => suggestTimes(earliest).map(({ key, localTime }) => `${key} ${localTime}`);

it("on a Thursday morning: this evening, tomorrow, Monday", () => {
  expect(times("2026-11-26T10:40")).toEqual([
    "today 2026-11-26T18:00",
    "tomorrow 2026-11-27T09:00",
    "monday 2026-11-30T09:00",
  ]);
});

it("what is over is not offered, and Monday is not named twice", () => {
  expect(times("2026-11-29T18:00")).toEqual(["tomorrow 2026-11-30T09:00"]);
});

it("on a Monday the next one is meant, over the end of a month and a year", () => {
  expect(times("2026-12-28T19:00")).toEqual(["tomorrow 2026-12-29T09:00", "monday 2027-01-04T09:00"]);
});
