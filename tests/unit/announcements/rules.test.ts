import { describe, expect, test } from "vitest";
import { canApprove, canSend } from "@/lib/announcements/policy";
import {
  ANNOUNCEMENT_STATUSES,
  type AnnouncementStatus,
  confirmThresholdOf,
  isMissed,
  mayHappen,
  possibleTransitions,
  TRANSITIONS,
  type Transition,
} from "@/lib/announcements/rules";
import type { Actor } from "@/lib/shared/actor";

describe("A1: only legal transitions exist", () => {
  const legal: Record<AnnouncementStatus, Transition[]> = {
    draft: ["submit", "edit", "schedule"],
    in_review: ["approve", "reject", "edit", "cancel"],
    approved: ["edit", "schedule", "cancel"],
    scheduled: ["unschedule", "hold", "start", "skip", "miss", "fail", "cancel"],
    sending: ["fail", "pause", "finish", "repeat", "cancel"],
    paused: ["resume", "release", "cancel"],
    sent: ["retry", "retract"],
    cancelled: [],
    failed: ["schedule"],
    missed: ["schedule"],
  };

  test.each(ANNOUNCEMENT_STATUSES)("from %s exactly the listed ones", (from) => {
    expect(possibleTransitions(from).sort()).toEqual([...legal[from]].sort());
  });

  test("every pair of state and transition is decided", () => {
    for (const from of ANNOUNCEMENT_STATUSES) {
      for (const transition of Object.keys(TRANSITIONS) as Transition[]) {
        expect(mayHappen(transition, from)).toBe(legal[from].includes(transition));
      }
    }
  });

  test("nothing leads out of cancelled", () => expect(possibleTransitions("cancelled")).toEqual([]));
});

describe("A12: late is late after the grace", () => {
  const due = new Date("2026-03-03T12:00:00Z");
  test("within the grace it is still sent", () =>
    expect(isMissed(due, 3_600, new Date("2026-03-03T13:00:00Z"))).toBe(false));
  test("one millisecond later it is missed", () =>
    expect(isMissed(due, 3_600, new Date("2026-03-03T13:00:00.001Z"))).toBe(true));
});

test("A7: the confirmation threshold is a setting, 1,000 without one", () => {
  expect(confirmThresholdOf({})).toBe(1_000);
  expect(confirmThresholdOf(null)).toBe(1_000);
  expect(confirmThresholdOf({ confirmThreshold: 20 })).toBe(20);
  expect(confirmThresholdOf({ confirmThreshold: "many" })).toBe(1_000);
});

describe("R2, R3: who may send", () => {
  const staff = (
    role: "owner" | "admin" | "marketer" | "finance" | "agent",
    grants: string[] = [],
  ): Actor => ({
    kind: "staff",
    staffId: "s",
    userId: "u",
    role,
    memberId: null,
    grantedCommunityIds: grants,
  });
  test("owner and admin everywhere", () => {
    expect(canSend(staff("owner"), ["a", "b"], []).ok).toBe(true);
    expect(canSend(staff("admin"), ["a"], []).ok).toBe(true);
  });
  test("a marketer only where granted, in all of the communities", () => {
    expect(canSend(staff("marketer", ["a"]), ["a"], []).ok).toBe(true);
    expect(canSend(staff("marketer", ["a"]), ["a", "b"], [])).toEqual({ ok: false, code: "not_granted" });
  });
  test("finance and agent never", () => {
    expect(canSend(staff("finance", ["a"]), ["a"], [])).toEqual({ ok: false, code: "not_allowed" });
    expect(canSend(staff("agent", ["a"]), ["a"], [])).toEqual({ ok: false, code: "not_allowed" });
  });
  test("a member who is admin of the community, and no other member", () => {
    const member: Actor = { kind: "member", memberId: "m", userId: null };
    expect(canSend(member, ["a"], ["a"]).ok).toBe(true);
    expect(canSend(member, ["a"], [])).toEqual({ ok: false, code: "not_allowed" });
  });
  test("A19: the approver is not the author", () => {
    const own = { communityIds: ["a"], createdBy: "s" };
    expect(canApprove(staff("owner"), own, [])).toEqual({ ok: false, code: "not_allowed" });
    expect(canApprove(staff("owner"), { ...own, createdBy: "other" }, []).ok).toBe(true);
  });
});
