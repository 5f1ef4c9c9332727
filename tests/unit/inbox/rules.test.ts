import { describe, expect, test } from "vitest";
import { readReplyId, replyId } from "@/lib/inbox/reply-id";
import { canSendAgain, isForward } from "@/lib/inbox/rules";
import { endOfDay, instantOf, snoozeChoices } from "@/lib/inbox/snooze-rules";
import { newId } from "@/lib/shared/ids";

describe("A8: what a provider tells of an answer only goes forward", () => {
  test("late and repeated news take nothing back", () => {
    expect(isForward("sent", "delivered")).toBe(true);
    expect(isForward("read", "delivered")).toBe(false);
    expect(isForward("delivered", "delivered")).toBe(false);
  });

  test("nothing fails that has arrived, and what was unknown is found again", () => {
    expect(isForward("delivered", "failed")).toBe(false);
    expect(isForward("sent", "failed")).toBe(true);
    expect(isForward("unknown", "sent")).toBe(true);
    expect(isForward("failed", "delivered")).toBe(true);
  });

  test("A16: only what failed for sure may be sent again", () => {
    expect(canSendAgain("failed")).toBe(true);
    for (const state of ["unknown", "queued", "sending", "sent", "delivered", "read"] as const)
      expect(canSendAgain(state)).toBe(false);
  });
});

describe("The name of an answer at the provider", () => {
  const [tenantId, messageId] = [newId(), newId()];

  test("is read back", () => expect(readReplyId(tenantId, replyId({ tenantId, messageId }))).toBe(messageId));

  test("T2: of another tenant it is none", () =>
    expect(readReplyId(newId(), replyId({ tenantId, messageId }))).toBeNull());

  test("a letter of a sending is none", () => {
    expect(readReplyId(tenantId, `${tenantId}.${newId()}.${newId()}`)).toBeNull();
    expect(readReplyId(tenantId, null)).toBeNull();
  });
});

describe("Times to put a conversation aside until", () => {
  const zone = "America/Sao_Paulo";
  const keys = (now: string) =>
    snoozeChoices(new Date(`${now}-03:00`), zone).map(({ key, localTime }) => `${key} ${localTime}`);

  test("on a Tuesday noon", () =>
    expect(keys("2026-03-03T12:00:00")).toEqual([
      "evening 2026-03-03T18:00",
      "tomorrow 2026-03-04T09:00",
      "monday 2026-03-09T09:00",
    ]));

  test("in the evening no evening is left, on Sunday Monday is tomorrow", () =>
    expect(keys("2026-03-08T20:00:00")).toEqual(["tomorrow 2026-03-09T09:00"]));

  test("A6: local times are of the house's zone", () => {
    expect(instantOf("2026-03-04T09:00", zone)).toBe("2026-03-04T12:00:00Z");
    expect(endOfDay("2026-03-04", zone)).toBe("2026-03-05T02:59:59Z");
  });
});
