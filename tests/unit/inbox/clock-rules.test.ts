import { describe, expect, test } from "vitest";
import { replyDueAt } from "@/lib/inbox/clock-rules";

const clock = {
  hours: 4,
  zone: "America/Sao_Paulo",
  business: { businessFromHour: 9, businessUntilHour: 18 },
};
const due = (wroteAt: string, given: Partial<typeof clock> = {}) =>
  replyDueAt(new Date(`${wroteAt}-03:00`), { ...clock, ...given }).toISOString();
const at = (local: string) => new Date(`${local}-03:00`).toISOString();

describe("The first answer is due after hours of business", () => {
  test("within one day", () => expect(due("2026-03-03T10:30:00")).toBe(at("2026-03-03T14:30:00")));

  test("what is left of them goes on the next morning", () =>
    expect(due("2026-03-03T16:00:00")).toBe(at("2026-03-04T11:00:00")));

  test("who writes in the evening is answered from the morning on", () =>
    expect(due("2026-03-03T22:00:00")).toBe(at("2026-03-04T13:00:00")));

  test("the weekend does not count", () => {
    expect(due("2026-03-06T17:00:00")).toBe(at("2026-03-09T12:00:00"));
    expect(due("2026-03-07T12:00:00")).toBe(at("2026-03-09T13:00:00"));
  });

  test("more hours than a day has go over several", () =>
    expect(due("2026-03-02T09:00:00", { hours: 20 })).toBe(at("2026-03-04T11:00:00")));

  test("a house without business hours is always there", () =>
    expect(due("2026-03-07T22:00:00", { business: { businessFromHour: 9, businessUntilHour: 9 } })).toBe(
      at("2026-03-08T02:00:00"),
    ));

  test("business until midnight ends with the day", () =>
    expect(due("2026-03-03T22:00:00", { business: { businessFromHour: 9, businessUntilHour: 24 } })).toBe(
      at("2026-03-04T11:00:00"),
    ));

  test("a day with an hour less has an hour less of business where it is missing", () => {
    const zone = "Europe/Lisbon";
    const wrote = new Date("2026-03-27T17:00:00Z");
    expect(replyDueAt(wrote, { ...clock, zone }).toISOString()).toBe("2026-03-30T11:00:00.000Z");
  });
});
