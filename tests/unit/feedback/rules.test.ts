import { describe, expect, test } from "vitest";
import {
  choosableStatuses,
  dueAtOf,
  FEEDBACK_STATUSES,
  isLegalMove,
  isOverdue,
  NEXT_STATUSES,
} from "@/lib/feedback/rules";
import type { FeedbackStatus } from "@/lib/feedback/types";
import { DEFAULT_SETTINGS, settingsInForce } from "@/lib/tenants/settings-rules";

const NOW = new Date("2026-03-03T15:00:00.000Z");
const LEGAL = new Set([
  "new>triaged",
  "new>planned",
  "new>in_progress",
  "new>declined",
  "new>merged",
  "triaged>planned",
  "triaged>in_progress",
  "triaged>done",
  "triaged>declined",
  "triaged>merged",
  "planned>triaged",
  "planned>in_progress",
  "planned>done",
  "planned>declined",
  "planned>merged",
  "in_progress>planned",
  "in_progress>done",
  "in_progress>declined",
  "in_progress>merged",
  "done>in_progress",
  "declined>triaged",
]);
const pairs = FEEDBACK_STATUSES.flatMap((from) => FEEDBACK_STATUSES.map((to) => [from, to] as const));

describe("F2: the states of feedback", () => {
  test.each(pairs)("%s to %s is as the table says", (from, to) => {
    expect(isLegalMove(from, to)).toBe(LEGAL.has(`${from}>${to}`));
  });

  test("every state but merged can be reached from new, and merged is for good", () => {
    const seen = new Set<FeedbackStatus>(["new"]);
    for (const status of seen) for (const next of NEXT_STATUSES[status]) seen.add(next);
    expect([...seen].sort()).toEqual([...FEEDBACK_STATUSES].sort());
    expect(NEXT_STATUSES.merged).toEqual([]);
  });

  test("nobody chooses merged from a list, and nothing goes back to new", () => {
    for (const status of FEEDBACK_STATUSES) {
      expect(choosableStatuses(status)).not.toContain("merged");
      expect(choosableStatuses(status)).not.toContain("new");
    }
  });
});

describe("F2, F4: due dates", () => {
  test("a complaint is due in two days unless the tenant says otherwise", () => {
    expect(dueAtOf("complaint", NOW, DEFAULT_SETTINGS)).toEqual(new Date("2026-03-05T15:00:00.000Z"));
    expect(dueAtOf("complaint", NOW, settingsInForce({ complaintDueDays: 1 }))).toEqual(
      new Date("2026-03-04T15:00:00.000Z"),
    );
  });

  test.each([0, -1, 1.5, "3", Number.NaN, null])("a setting of %s days is passed over", (days) => {
    expect(dueAtOf("question", NOW, settingsInForce({ questionDueDays: days }))).toEqual(
      dueAtOf("question", NOW, DEFAULT_SETTINGS),
    );
  });

  test("only what is open can be overdue", () => {
    const dueAt = new Date(NOW.getTime() - 1);
    const overdue = FEEDBACK_STATUSES.filter((status) => isOverdue({ status, dueAt }, NOW));
    expect(overdue).toEqual(["new", "triaged", "planned", "in_progress"]);
    expect(isOverdue({ status: "new", dueAt: null }, NOW)).toBe(false);
    expect(isOverdue({ status: "new", dueAt: NOW }, NOW)).toBe(false);
  });
});
