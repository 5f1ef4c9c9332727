import { expect, test } from "vitest";
import { meterLevels } from "@/lib/billing/meter-rules";
import { readOnlyFrom } from "@/lib/billing/rules";

test("L11: a meter passes 80, 95 and 100 %, and none without a limit", () => {
  expect(meterLevels({ used: 79, limit: 100 })).toEqual({ passed: [], below: [100, 95, 80] });
  expect(meterLevels({ used: 80, limit: 100 })).toEqual({ passed: [80], below: [100, 95] });
  expect(meterLevels({ used: 96, limit: 100 })).toEqual({ passed: [95, 80], below: [100] });
  expect(meterLevels({ used: 120, limit: 100 })).toEqual({ passed: [100, 95, 80], below: [] });
  expect(meterLevels({ used: 9_999, limit: null })).toEqual({ passed: [], below: [100, 95, 80] });
});

test("B6: the window of 14 days runs from the first payment that is overdue", () => {
  const day = (n: number) => new Date(Date.UTC(2026, 0, n));
  expect(readOnlyFrom([{ pastDueSince: null }])).toBeNull();
  expect(readOnlyFrom([{ pastDueSince: day(9) }, { pastDueSince: day(1) }])).toEqual(day(15));
});
