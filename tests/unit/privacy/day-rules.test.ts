import { expect, test } from "vitest";
import { dayOf, endOfDay } from "@/lib/privacy/day-rules";

const SP = "America/Sao_Paulo";
const NOW = new Date("2026-03-10T12:00:00Z");

test("P15: a question about a day is asked at its end, as the tenant counts days", () => {
  expect(endOfDay("2026-03-03", SP, NOW)).toEqual(new Date("2026-03-04T02:59:59.999Z"));
});

test("today and what is to come are now", () => {
  expect(endOfDay("2026-03-10", SP, NOW)).toBeNull();
  expect(endOfDay("2031-01-01", SP, NOW)).toBeNull();
});

test("late evening in São Paulo is still that day", () => {
  expect(dayOf(new Date("2026-03-04T02:30:00Z"), SP)).toBe("2026-03-03");
});
