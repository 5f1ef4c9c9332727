import { describe, expect, test } from "vitest";
import { periodOf } from "@/lib/feedback/digest-rules";

const SAO_PAULO = "America/Sao_Paulo";

describe("F4: one digest a period, by the tenant's clock", () => {
  test.each([
    ["daily", "2026-11-27T10:59:00Z", "2026-11-26"],
    ["daily", "2026-11-27T11:00:00Z", "2026-11-27"],
    ["weekly", "2026-11-29T23:00:00Z", "2026-11-23"],
    ["weekly", "2026-11-30T10:59:00Z", "2026-11-23"],
    ["weekly", "2026-11-30T11:00:00Z", "2026-11-30"],
    ["monthly", "2026-12-01T10:59:00Z", "2026-11-01"],
    ["monthly", "2026-12-01T11:00:00Z", "2026-12-01"],
    ["monthly", "2027-01-01T02:00:00Z", "2026-12-01"],
  ] as const)("%s at %s is of %s", (frequency, at, period) => {
    expect(periodOf(frequency, new Date(at), SAO_PAULO)).toBe(period);
  });

  test("through a year of a zone with summer time every day has one period, and none comes back", () => {
    const seen: string[] = [];
    for (let hour = 0; hour < 366 * 24; hour += 1) {
      const at = new Date(Date.UTC(2026, 0, 2) + hour * 3_600_000);
      const period = periodOf("daily", at, "Europe/Lisbon");
      if (seen.at(-1) !== period) seen.push(period);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect([...seen].sort()).toEqual(seen);
    expect(seen.length).toBeGreaterThanOrEqual(366);
  });
});
