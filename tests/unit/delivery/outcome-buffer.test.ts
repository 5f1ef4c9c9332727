import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Mark } from "@/lib/delivery/outward/mark-sql";
import { OutcomeBuffer } from "@/lib/delivery/outward/outcome-buffer";

const mark = (n: number): Mark => ({
  memberId: String(n),
  token: 1,
  status: "sent",
  reason: null,
  providerId: null,
  waitSeconds: null,
});

test("one write at a time: what came during it is the next, and the end waits for all", async () => {
  const writes: number[] = [];
  let underWay = 0;
  const outcomes = new OutcomeBuffer(async (marks) => {
    underWay += 1;
    expect(underWay).toBe(1);
    await sleep(5);
    writes.push(marks.length);
    underWay -= 1;
  });
  for (let n = 0; n < 450; n += 1) outcomes.add(mark(n));
  await outcomes.end();
  expect(writes).toEqual([100, 250, 100]);
  for (let n = 0; n < 150; n += 1) outcomes.add(mark(n));
  await outcomes.end();
  expect(writes).toEqual([100, 250, 100, 100, 50]);
});

test("a few are written after a moment, without waiting for more", async () => {
  const writes: number[] = [];
  const outcomes = new OutcomeBuffer(async (marks) => {
    writes.push(marks.length);
  });
  outcomes.add(mark(1));
  await sleep(60);
  expect(writes).toEqual([1]);
});

test("A8: a write that failed is told at the end", async () => {
  const outcomes = new OutcomeBuffer(() => Promise.reject(new Error("the database is away")));
  outcomes.add(mark(1));
  await expect(outcomes.end()).rejects.toThrow("the database is away");
});
