import fc from "fast-check";
import { expect, test } from "vitest";
import { DELIVERY_STATUSES, isForward, progressOf, totalOf } from "@/lib/delivery/rules";

const status = fc.constantFrom(...DELIVERY_STATUSES);

test("A8: no delivery ever goes back, whatever news comes in whatever order", () => {
  const rank = { queued: 0, unknown: 1, sent: 2, failed: 3, delivered: 4, read: 5, skipped: 6 };
  fc.assert(
    fc.property(fc.array(status), (news) => {
      let now = "queued" as (typeof DELIVERY_STATUSES)[number];
      for (const next of news) {
        if (!isForward(now, next)) continue;
        expect(rank[next]).toBeGreaterThan(rank[now]);
        now = next;
      }
    }),
  );
});

test("X10: failed after delivered does not erase the delivery; a repeated status is no change", () => {
  expect(isForward("delivered", "failed")).toBe(false);
  expect(isForward("read", "read")).toBe(false);
  expect(isForward("sent", "read")).toBe(true);
  expect(isForward("sent", "failed")).toBe(true);
  expect(isForward("failed", "delivered")).toBe(true);
  expect(isForward("skipped", "sent")).toBe(false);
});

test("A16: unknown is reconciled into sent", () => expect(isForward("unknown", "sent")).toBe(true));

test("the counts are exclusive: their sum is the whole, and nothing queued is all done", () => {
  const counts = { queued: 0, sent: 3, delivered: 0, read: 2, skipped: 1, failed: 0, unknown: 0 };
  expect(totalOf(counts)).toBe(6);
  expect(progressOf(counts)).toBe(1);
  expect(progressOf({ ...counts, queued: 6 })).toBe(0.5);
});
