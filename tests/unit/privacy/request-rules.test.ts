import { describe, expect, test } from "vitest";
import { daysLeft, dueAt, isLegalStep, receivedAt } from "@/lib/privacy/request-rules";
import { REQUEST_STATUSES } from "@/lib/privacy/types";

const SP = "America/Sao_Paulo";
const at = (text: string) => new Date(text);

describe("P16: the clock of the law", () => {
  test("runs until the end of the fifteenth day after the day of the request, as the tenant counts days", () => {
    expect(dueAt(at("2026-11-01T12:00:00Z"), SP)).toEqual(at("2026-11-17T02:59:59.999Z"));
  });

  test("counts a request of late evening in the tenant's day, not in that of UTC", () => {
    // 23:30 of the 1st in São Paulo is the 2nd in UTC.
    expect(dueAt(at("2026-11-02T02:30:00Z"), SP)).toEqual(at("2026-11-17T02:59:59.999Z"));
  });

  test("is not an hour off where the clocks change in between", () => {
    expect(dueAt(at("2026-10-20T10:00:00Z"), "Europe/Madrid")).toEqual(at("2026-11-04T22:59:59.999Z"));
  });

  test.each([
    ["2026-11-01T13:00:00Z", 15],
    ["2026-11-16T12:00:00Z", 0],
    ["2026-11-17T02:30:00Z", 0],
    ["2026-11-17T03:00:00Z", -1],
    ["2026-11-20T12:00:00Z", -4],
  ])("at %s %i days are left", (now, days) => {
    expect(daysLeft(dueAt(at("2026-11-01T12:00:00Z"), SP), at(now), SP)).toBe(days);
  });

  test("starts with the day on which a letter came, never with one to come", () => {
    const now = at("2026-11-20T12:00:00Z");
    expect(receivedAt("2026-11-10", now, SP)).toEqual(at("2026-11-10T03:00:00Z"));
    expect(receivedAt("2026-11-20", now, SP)).toEqual(now);
    expect(receivedAt(undefined, now, SP)).toEqual(now);
    expect(receivedAt("2026-11-21", now, SP)).toBeNull();
  });
});

test("what is closed stays closed, and nothing is opened again", () => {
  for (const to of REQUEST_STATUSES) {
    for (const from of ["done", "refused", "cancelled"] as const) expect(isLegalStep(from, to)).toBe(false);
    expect(isLegalStep("in_progress", "open")).toBe(false);
  }
  expect(isLegalStep("open", "in_progress")).toBe(true);
  expect(isLegalStep("in_progress", "done")).toBe(true);
});
