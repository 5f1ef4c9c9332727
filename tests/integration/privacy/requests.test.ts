import { describe, expect, test } from "vitest";
import { mergeMembers } from "@/lib/merges/commands/merge-members";
import { eraseMember } from "@/lib/privacy/commands/erase-member";
import { askAboutOwnData, enterRequest } from "@/lib/privacy/commands/open-request";
import {
  cancelRequest,
  completeRequest,
  refuseRequest,
  startRequest,
} from "@/lib/privacy/commands/step-request";
import { countPending, getRequest, listRequests } from "@/lib/privacy/queries/list-requests";
import { DAYS_TO_ANSWER } from "@/lib/privacy/request-rules";
import { daysAfter } from "@/lib/shared/days";
import { newId } from "@/lib/shared/ids";
import { dumpDatabase } from "../../support/dump";
import { aCommunity } from "../../support/village";
import { aMember, aTenant, aWorld, NOON } from "../../support/world";

// P16: what people ask about their own data, from the portal or by letter, until it is answered.
describe("A member", () => {
  test("asks, sees the days that the law leaves, and calls it off while it waits", async () => {
    const here = await aTenant();
    const own = here.as({ memberId: await aMember(here.tenantId) });
    const { id } = await askAboutOwnData(own, { kind: "erasure", details: "Quero sair" });
    expect(await getRequest(own, id)).toMatchObject({ status: "open", daysLeft: DAYS_TO_ANSWER });
    await expect(askAboutOwnData(own, { kind: "erasure" })).rejects.toMatchObject({ code: "already_asked" });
    await cancelRequest(own, id);
    expect(await getRequest(own, id)).toMatchObject({ status: "cancelled", daysLeft: null });
    await expect(cancelRequest(own, id)).rejects.toMatchObject({ code: "illegal_transition" });
    await askAboutOwnData(own, { kind: "erasure" });
  });

  test("two of a kind at once are one", async () => {
    const here = await aTenant();
    const own = here.as({ memberId: await aMember(here.tenantId) });
    const asked = await Promise.allSettled([1, 2, 3].map(() => askAboutOwnData(own, { kind: "access" })));
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("sees and moves their own only, and answers none", async () => {
    const here = await aTenant();
    const [one, other] = [await aMember(here.tenantId), await aMember(here.tenantId)];
    const { id } = await askAboutOwnData(here.as({ memberId: one }), { kind: "access" });
    const stranger = here.as({ memberId: other });
    await expect(getRequest(stranger, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(cancelRequest(stranger, id)).rejects.toMatchObject({ code: "not_found" });
    expect((await listRequests(stranger, { state: "pending" }, { limit: 10 })).data).toEqual([]);
    const asOther = { state: "pending", memberId: one } as const;
    expect((await listRequests(stranger, asOther, { limit: 10 })).data).toEqual([]);
    await expect(completeRequest(here.as({ memberId: one }), id, {})).rejects.toMatchObject({
      code: "not_allowed",
    });
  });

  test("P15: nobody asks or calls off through their eyes", async () => {
    const here = await aTenant();
    const memberId = await aMember(here.tenantId);
    const own = here.as({ memberId });
    const seen = {
      ...own,
      actor: { kind: "member", memberId, userId: null, seenBy: { userId: newId(), within: null } },
    } as const;
    await expect(askAboutOwnData(seen, { kind: "erasure" })).rejects.toMatchObject({ code: "not_allowed" });
    const { id } = await askAboutOwnData(own, { kind: "erasure" });
    await expect(cancelRequest(seen, id)).rejects.toMatchObject({ code: "not_allowed" });
  });
});

describe("Staff", () => {
  test("enter a letter by the day on which it came, and see what is overdue first", async () => {
    const here = await aTenant();
    const ctx = here.as("owner");
    const enter = async (receivedOn: string) =>
      (
        await enterRequest(ctx, {
          memberId: await aMember(here.tenantId),
          kind: "access",
          receivedBy: "letter",
          receivedOn,
        })
      ).id;
    const young = await enter("2026-03-02");
    const late = await enter("2026-02-10");
    const pages = [];
    for (let cursor: string | undefined; pages.length < 5; ) {
      const page = await listRequests(ctx, { state: "pending" }, { limit: 1, cursor });
      pages.push(...page.data.map(({ id, daysLeft }) => ({ id, daysLeft })));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect(pages).toEqual([
      { id: late, daysLeft: -6 },
      { id: young, daysLeft: 14 },
    ]);
    expect(await countPending(ctx)).toEqual({ pending: 2, overdue: 1 });
    await expect(enter("2026-03-04")).rejects.toMatchObject({ issues: [{ path: "receivedOn" }] });
  });

  test("take a request on, answer or refuse it with a reason; the person reads which", async () => {
    const here = await aTenant();
    const own = here.as({ memberId: await aMember(here.tenantId) });
    const ctx = here.as("admin");
    const { id } = await askAboutOwnData(own, { kind: "correction", details: "Meu nome é Iara" });
    await startRequest(ctx, id);
    await expect(completeRequest(ctx, id, {})).rejects.toMatchObject({ issues: [{ path: "answer" }] });
    await completeRequest(ctx, id, { answer: "Corrigido" });
    expect(await getRequest(own, id)).toMatchObject({ status: "done", answer: "Corrigido" });
    const again = await askAboutOwnData(own, { kind: "correction" });
    await refuseRequest(ctx, again.id, { reason: "repeated", answer: "Já foi" });
    expect(await getRequest(own, again.id)).toMatchObject({ status: "refused", refusalReason: "repeated" });
    await expect(startRequest(ctx, again.id)).rejects.toMatchObject({ code: "illegal_transition" });
  });

  test("R2: only owner and admin", async () => {
    const here = await aTenant();
    const asked = { memberId: await aMember(here.tenantId), kind: "access", receivedBy: "email" } as const;
    const { id } = await enterRequest(here.as("owner"), asked);
    for (const who of ["marketer", "agent", "finance"] as const) {
      const ctx = here.as(who);
      await expect(getRequest(ctx, id)).rejects.toMatchObject({ code: "not_allowed" });
      await expect(enterRequest(ctx, asked)).rejects.toMatchObject({ code: "not_allowed" });
      await expect(listRequests(ctx, { state: "pending" }, { limit: 1 })).rejects.toMatchObject({
        code: "not_allowed",
      });
      expect(await countPending(ctx)).toBeNull();
    }
  });

  test("T3: a request and a person of another tenant do not exist", async () => {
    const { here, there } = await aWorld();
    const foreign = await aMember(there.tenantId);
    const { id } = await askAboutOwnData(there.as({ memberId: foreign }), { kind: "access" });
    await expect(getRequest(here.as("owner"), id)).rejects.toMatchObject({ code: "not_found" });
    await expect(
      enterRequest(here.as("owner"), { memberId: foreign, kind: "access", receivedBy: "letter" }),
    ).rejects.toMatchObject({ issues: [{ path: "memberId", code: "unknown_id" }] });
  });
});

describe("P16, X29: an erasure that was asked for", () => {
  test("is done by closing its request; what else waited is called off, the words go, the skeleton stays", async () => {
    const here = await aTenant();
    const memberId = await aMember(here.tenantId, { name: "Quirina Some" });
    const own = here.as({ memberId });
    const words = "palavrasquesomem";
    const { id } = await askAboutOwnData(own, { kind: "erasure", details: words });
    const other = await askAboutOwnData(own, { kind: "access", details: words });
    const closed = await askAboutOwnData(own, { kind: "objection", details: words });
    await completeRequest(here.as("owner"), closed.id, { answer: words });
    await completeRequest(here.as("owner"), id, { answer: words });
    expect(await here.as("owner").db.member.count({ where: { id: memberId } })).toBe(0);
    const left = await listRequests(here.as("owner"), { state: "closed", memberId }, { limit: 10 });
    expect(left.data.map(({ id: each, status, name }) => ({ each, status, name }))).toEqual(
      expect.arrayContaining([
        { each: id, status: "done", name: null },
        { each: other.id, status: "cancelled", name: null },
        { each: closed.id, status: "done", name: null },
      ]),
    );
    expect((await dumpDatabase()).filter((line) => line.includes(words))).toEqual([]);
    const told = { subjectId: memberId, action: "privacy_request.completed" };
    expect(await here.as("owner").db.auditEvent.count({ where: told })).toBe(2);
  });

  test("H4: waits while the person is the last who leads a community", async () => {
    const here = await aTenant();
    await aCommunity(here);
    const { id } = await askAboutOwnData(here.as({ memberId: here.ownerMemberId }), { kind: "erasure" });
    await expect(completeRequest(here.as("owner"), id, {})).rejects.toMatchObject({ code: "last_admin" });
    expect(await getRequest(here.as("owner"), id)).toMatchObject({ status: "open" });
  });

  test("is closed too when the person is erased from their card", async () => {
    const here = await aTenant();
    const memberId = await aMember(here.tenantId);
    const { id } = await askAboutOwnData(here.as({ memberId }), { kind: "erasure" });
    await eraseMember({ ...here.as("owner"), now: daysAfter(NOON, 1) }, memberId);
    expect(await getRequest(here.as("owner"), id)).toMatchObject({ status: "done" });
  });
});

test("X22: two records that become one have one list of requests", async () => {
  const here = await aTenant();
  const [into, from] = [await aMember(here.tenantId), await aMember(here.tenantId)];
  const { id } = await askAboutOwnData(here.as({ memberId: from }), { kind: "access" });
  await mergeMembers(here.as("owner"), { intoId: into, fromId: from });
  expect(await getRequest(here.as("owner"), id)).toMatchObject({ memberId: into });
});
