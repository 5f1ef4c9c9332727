import { beforeAll, describe, expect, test } from "vitest";
import { answerConversation, startConversation } from "@/lib/inbox/commands/answer";
import {
  changeConversation,
  changeMany,
  systemWakeConversation,
} from "@/lib/inbox/commands/change-conversations";
import { addLabel, addSavedReply } from "@/lib/inbox/commands/keep-words";
import { makeFeedback } from "@/lib/inbox/commands/make-feedback";
import { revealNumber } from "@/lib/inbox/commands/reveal-number";
import { seeAnswers } from "@/lib/inbox/commands/see-answers";
import { writeToHouse } from "@/lib/inbox/commands/write-to-house";
import { getConversation } from "@/lib/inbox/queries/get-conversation";
import { countUnseenAnswers, getOwnConversation } from "@/lib/inbox/queries/get-own-conversation";
import { countViews, listConversations } from "@/lib/inbox/queries/list-conversations";
import { listEntries } from "@/lib/inbox/queries/list-entries";
import { listSavedReplies, renderReply } from "@/lib/inbox/queries/list-kept-words";
import type { InboxView } from "@/lib/inbox/rules";
import { systemContext, type TenantContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import { takeMails } from "../../support/mail-queue";
import { aCommunity, people } from "../../support/village-rooms";
import { aMember, aTenant, type Neighbour, NOON } from "../../support/world";

const HOUR_MS = 3_600_000;
const later = (ctx: TenantContext, hours: number) => ({
  ...ctx,
  now: new Date(NOON.getTime() + hours * HOUR_MS),
});

let house: Neighbour;
let owner: TenantContext;
let communityId: string;
let ids: string[];
let counter = 0;

beforeAll(async () => {
  house = await aTenant();
  owner = house.as("owner");
  ({ id: communityId } = await aCommunity(owner));
  ids = await people(owner, communityId, 40);
});

/** Somebody of the community who has written nothing yet. */
const somebody = () => house.as({ memberId: ids[counter++] ?? "" });
const write = (ctx: TenantContext, body = "Que horas abre?", key = newId()) =>
  writeToHouse(ctx, { body, key });
const answer = (ctx: TenantContext, conversationId: string, given: object = {}) =>
  answerConversation(ctx, { conversationId, body: "Às nove", note: false, close: false, ...given });
const listed = async (ctx: TenantContext, view: InboxView) =>
  (await listConversations(ctx, { view }, { limit: 200 })).data.map(({ id }) => id);

describe("C2: who writes to the house", () => {
  test("has one conversation, which opens again by what they write", async () => {
    const person = somebody();
    const first = await write(person);
    await changeConversation(owner, { conversationId: first.conversationId, status: "closed" });
    const second = await write(later(person, 1), "Ainda não sei");
    expect(second.conversationId).toBe(first.conversationId);
    expect(await getConversation(owner, first.conversationId)).toMatchObject({
      status: "open",
      lastWords: "Ainda não sei",
      channel: "portal",
    });
  });

  test("the same key again is the same message, also twenty at once", async () => {
    const person = somebody();
    const key = newId();
    const sent = await Promise.all(Array.from({ length: 20 }, () => write(person, "Oi", key)));
    const conversationId = sent[0]?.conversationId ?? "";
    expect(new Set(sent.map((one) => one.conversationId)).size).toBe(1);
    expect((await listEntries(owner, conversationId, { limit: 50 })).data).toHaveLength(1);
  });

  test("many at once stand in one order without a gap", async () => {
    const person = somebody();
    await Promise.all(Array.from({ length: 12 }, (_, n) => write(person, `Mensagem ${n}`)));
    const [row] = (await listConversations(owner, { memberId: memberOf(person) }, { limit: 5 })).data;
    const entries = (await listEntries(owner, row?.id ?? "", { limit: 50 })).data;
    expect(entries.map(({ position }) => position)).toEqual(Array.from({ length: 12 }, (_, n) => 12 - n));
  });

  test("starts the clock of the first answer once; the answer ends it", async () => {
    const person = somebody();
    const { conversationId } = await write(person);
    // Noon in São Paulo, four hours of business.
    const due = new Date(NOON.getTime() + 4 * HOUR_MS);
    expect(await getConversation(owner, conversationId)).toMatchObject({
      waitingSince: NOON,
      replyDueAt: due,
    });
    await write(later(person, 1), "Alguém aí?");
    expect(await getConversation(owner, conversationId)).toMatchObject({
      waitingSince: NOON,
      replyDueAt: due,
    });
    expect(await listed(later(owner, 3), "overdue")).not.toContain(conversationId);
    expect(await listed(later(owner, 5), "overdue")).toContain(conversationId);
    await answer(later(owner, 5), conversationId);
    expect(await getConversation(owner, conversationId)).toMatchObject({
      waitingSince: null,
      replyDueAt: null,
    });
    expect(await listed(later(owner, 6), "overdue")).not.toContain(conversationId);
  });

  test("a note ends no waiting and is nobody's to see but the team's", async () => {
    const person = somebody();
    const { conversationId } = await write(person);
    await answer(owner, conversationId, { body: "Cliente antigo", note: true });
    expect((await getConversation(owner, conversationId)).waitingSince).toEqual(NOON);
    expect((await getOwnConversation(person)).map(({ body }) => body)).toEqual(["Que horas abre?"]);
  });

  test("sees the answer of the house, by no name, and is told by mail", async () => {
    const person = await aMember(house.tenantId, { name: "Rita Mail", email: `rita${newId()}@casa.example` });
    await owner.db.communityMember.createMany({
      data: [{ communityId, memberId: person, role: "member", lane: 1 }],
    });
    const rita = house.as({ memberId: person });
    const { conversationId } = await write(rita);
    await takeMails();
    await answer(owner, conversationId);
    expect((await getOwnConversation(rita)).map(({ isOwn, body }) => [isOwn, body])).toEqual([
      [true, "Que horas abre?"],
      [false, "Às nove"],
    ]);
    expect(JSON.stringify(await getOwnConversation(rita))).not.toContain("Inês");
    expect((await takeMails()).map(({ text }) => text)).toEqual([expect.stringContaining("Às nove")]);
    expect(await countUnseenAnswers(rita)).toBe(1);
    await seeAnswers(rita);
    expect(await countUnseenAnswers(rita)).toBe(0);
  });

  test("is seen by nobody else: another member has their own conversation alone", async () => {
    const [one, other] = [somebody(), somebody()];
    await write(one, "Segredo");
    expect(await getOwnConversation(other)).toEqual([]);
    await expect(listConversations(other, {}, { limit: 5 })).rejects.toMatchObject({ code: "not_allowed" });
  });
});

describe("Collision guard", () => {
  test("who did not see that somebody else answered is told so, and nothing is sent", async () => {
    const { conversationId } = await write(somebody());
    const seenPosition = (await getConversation(owner, conversationId)).lastPosition;
    await answer(house.as("admin"), conversationId, { seenPosition });
    await expect(answer(owner, conversationId, { seenPosition, body: "Às dez" })).rejects.toMatchObject({
      code: "answered_meanwhile",
    });
    expect((await getConversation(owner, conversationId)).lastWords).toBe("Às nove");
    const now = (await getConversation(owner, conversationId)).lastPosition;
    await answer(owner, conversationId, { seenPosition: now, body: "E aos domingos às dez" });
  });

  test("one's own answer, a note and what the person wrote stand in nobody's way", async () => {
    const person = somebody();
    const { conversationId } = await write(person);
    const seenPosition = (await getConversation(owner, conversationId)).lastPosition;
    await answer(owner, conversationId, { seenPosition });
    await answer(house.as("admin"), conversationId, { note: true });
    await write(person, "Obrigada");
    await answer(owner, conversationId, { seenPosition });
  });

  test("two at once: one of them is told", async () => {
    const { conversationId } = await write(somebody());
    const seenPosition = (await getConversation(owner, conversationId)).lastPosition;
    const sent = await Promise.allSettled(
      [owner, house.as("admin")].map((ctx) => answer(ctx, conversationId, { seenPosition })),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("Triage", () => {
  test("who answers first looks after it, until it is given to somebody else", async () => {
    const { conversationId } = await write(somebody());
    expect(await listed(owner, "unassigned")).toContain(conversationId);
    await answer(owner, conversationId);
    expect(await listed(owner, "mine")).toContain(conversationId);
    await changeConversation(owner, { conversationId, assigneeId: house.staff.admin.staffId });
    expect(await listed(owner, "mine")).not.toContain(conversationId);
    expect(await listed(house.as("admin"), "mine")).toContain(conversationId);
  });

  test("R2: it is given only to who answers that person", async () => {
    const { conversationId } = await write(somebody());
    for (const role of ["finance", "marketer", "agent"] as const)
      await expect(
        changeConversation(owner, { conversationId, assigneeId: house.staff[role].staffId }),
      ).rejects.toMatchObject({ code: "invalid_input" });
    await owner.db.staffGrant.createMany({ data: [{ staffId: house.staff.agent.staffId, communityId }] });
    await changeConversation(owner, { conversationId, assigneeId: house.staff.agent.staffId });
    expect(await listed(house.as("agent", [communityId]), "mine")).toContain(conversationId);
  });

  test("put aside it comes back by the clock, or by what the person writes", async () => {
    const person = somebody();
    const { conversationId } = await write(person);
    const until = new Date(NOON.getTime() + HOUR_MS).toISOString();
    await changeConversation(owner, { conversationId, status: "snoozed", snoozedUntil: until });
    expect(await listed(owner, "open")).not.toContain(conversationId);
    expect(await listed(owner, "snoozed")).toContain(conversationId);
    const system = { ...systemContext(house.tenantId, "test"), now: NOON };
    await systemWakeConversation(system, conversationId);
    expect(await listed(owner, "snoozed")).toContain(conversationId);
    await systemWakeConversation(later(system, 1), conversationId);
    expect(await listed(owner, "open")).toContain(conversationId);
    await changeConversation(owner, { conversationId, status: "snoozed", snoozedUntil: until });
    await write(person, "E agora?");
    expect(await listed(owner, "open")).toContain(conversationId);
    await expect(
      changeConversation(owner, { conversationId, status: "snoozed", snoozedUntil: NOON.toISOString() }),
    ).rejects.toMatchObject({ code: "invalid_input" });
  });

  test("a task stays until somebody ends it, also when the conversation is closed", async () => {
    const { conversationId } = await write(somebody());
    const dueAt = new Date(NOON.getTime() + 24 * HOUR_MS).toISOString();
    await changeConversation(owner, { conversationId, task: { title: "Ligar", dueAt }, status: "closed" });
    expect(await listed(owner, "tasks")).toContain(conversationId);
    await changeConversation(owner, { conversationId, task: null });
    expect(await listed(owner, "tasks")).not.toContain(conversationId);
    const events = (await listEntries(owner, conversationId, { limit: 50 })).data.map(({ event }) => event);
    expect(events).toEqual(["task_done", "task_set", "closed", null]);
  });

  test("labels narrow the list, and many are changed at once", async () => {
    const label = await addLabel(owner, { name: "Entrega" });
    await expect(addLabel(owner, { name: "Entrega" })).rejects.toMatchObject({ code: "invalid_input" });
    const written = await Promise.all([write(somebody()), write(somebody())]);
    const both = written.map(({ conversationId }) => conversationId);
    expect(await changeMany(owner, { ids: both, addLabelId: label.id, status: "closed" })).toEqual({
      changed: 2,
    });
    const found = await listConversations(owner, { view: "closed", labelId: label.id }, { limit: 50 });
    expect(found.data.map(({ id }) => id).sort()).toEqual([...both].sort());
    expect(found.data[0]?.labels).toEqual([{ id: label.id, name: "Entrega" }]);
    expect(await changeMany(owner, { ids: both, status: "closed" })).toEqual({ changed: 0 });
  });

  test("pages of each view go on where they ended", async () => {
    const views = ["open", "unassigned", "overdue"] as const;
    const at = later(owner, 48);
    for (const view of views) {
      const all = await listed(at, view);
      const walked: string[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await listConversations(at, { view }, { limit: 3, cursor });
        walked.push(...page.data.map(({ id }) => id));
        if (!page.nextCursor) break;
        cursor = page.nextCursor;
      }
      expect(walked).toEqual(all);
      expect((await countViews(at))[view]).toBe(all.length);
    }
  });

  test("a cursor of one view is none of another", async () => {
    const { nextCursor } = await listConversations(owner, { view: "open" }, { limit: 1 });
    await expect(
      listConversations(owner, { view: "closed" }, { limit: 1, cursor: nextCursor ?? "" }),
    ).rejects.toMatchObject({ code: "invalid_cursor" });
  });
});

describe("F1: a conversation becomes feedback", () => {
  test("in the person's name, once, and named in the conversation", async () => {
    const person = somebody();
    const { conversationId } = await write(person, "O bebedouro quebrou");
    const fields = { conversationId, kind: "complaint", title: "Bebedouro", body: "", communityId } as const;
    const { feedbackId } = await makeFeedback(owner, fields);
    expect(await makeFeedback(owner, fields)).toEqual({ feedbackId });
    expect(await owner.db.feedback.findFirst({ where: { id: feedbackId } })).toMatchObject({
      memberId: memberOf(person),
    });
    const events = (await listEntries(owner, conversationId, { limit: 50 })).data.filter(
      ({ kind }) => kind === "event",
    );
    expect(events.map(({ event, refId }) => [event, refId])).toEqual([["made_feedback", feedbackId]]);
  });
});

describe("R2, P8: an agent", () => {
  const agent = () => house.as("agent", [communityId]);

  test("answers the people of their communities, and nobody else", async () => {
    const inside = await write(somebody());
    const outside = await write(house.as({ memberId: await aMember(house.tenantId) }));
    expect(await listed(agent(), "open")).toContain(inside.conversationId);
    expect(await listed(agent(), "open")).not.toContain(outside.conversationId);
    await answer(agent(), inside.conversationId);
    await expect(getConversation(agent(), outside.conversationId)).rejects.toMatchObject({
      code: "not_granted",
    });
    await expect(answer(agent(), outside.conversationId)).rejects.toMatchObject({ code: "not_granted" });
    const both = [inside.conversationId, outside.conversationId];
    expect(await changeMany(agent(), { ids: both, status: "closed" })).toEqual({ changed: 1 });
    expect(await listed(house.as("agent"), "closed")).toEqual([]);
  });

  test("sees the whole number only by an audited act", async () => {
    const memberId = await aMember(house.tenantId, { phone: "+5511955551234" });
    await owner.db.communityMember.createMany({ data: [{ communityId, memberId, role: "member", lane: 1 }] });
    const { conversationId } = await write(house.as({ memberId }));
    expect(await revealNumber(agent(), { conversationId })).toEqual({ phones: ["+5511955551234"] });
    expect(
      await owner.db.auditEvent.count({ where: { action: "member.phone_revealed", subjectId: memberId } }),
    ).toBe(1);
    for (const role of ["marketer", "finance"] as const)
      await expect(revealNumber(house.as(role, [communityId]), { conversationId })).rejects.toMatchObject({
        code: "not_allowed",
      });
  });

  test("writes first only to people of their communities", async () => {
    const [memberId = ""] = ids;
    const { conversationId } = await startConversation(agent(), { memberId, body: "Tudo bem?" });
    expect(await getConversation(agent(), conversationId)).toMatchObject({
      lastKind: "out",
      waitingSince: null,
    });
    const outside = await aMember(house.tenantId);
    await expect(startConversation(agent(), { memberId: outside, body: "Oi" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

test("T2: another tenant has none of it", async () => {
  const there = await aTenant();
  const { conversationId } = await write(somebody());
  await expect(getConversation(there.as("owner"), conversationId)).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await listed(there.as("owner"), "open")).toEqual([]);
});

test("A saved reply is written with the person's values", async () => {
  await addSavedReply(owner, { shortcut: "oi", body: "Oi, {{first_name|amigo}}!" });
  const [reply] = await listSavedReplies(house.as("agent", [communityId]));
  if (!reply) throw new Error("it was not kept");
  expect(renderReply(reply, { name: "Rita Lopes", community: "" }).body).toBe("Oi, Rita!");
  expect(renderReply(reply, { name: "", community: "" }).body).toBe("Oi, amigo!");
});

function memberOf({ actor }: TenantContext): string {
  return actor.kind === "member" ? actor.memberId : "";
}
