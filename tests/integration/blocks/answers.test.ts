import ICAL from "ical.js";
import { beforeAll, describe, expect, test } from "vitest";
import { listFeed } from "@/lib/announcements/queries/list-feed";
import { answerBlock, withdrawAnswer } from "@/lib/blocks/commands/answer-block";
import { closeBlock } from "@/lib/blocks/commands/close-block";
import { pressButton } from "@/lib/blocks/commands/press-button";
import { eventFile } from "@/lib/blocks/queries/event-file";
import { getBlock } from "@/lib/blocks/queries/get-results";
import { listAnswers } from "@/lib/blocks/queries/list-answers";
import { answerInput } from "@/lib/blocks/schema";
import { getFeedback } from "@/lib/feedback/queries/get-feedback";
import { EVENT, openedBlock, POLL } from "../../support/blocks";
import { aMember, aTenant, type Neighbour } from "../../support/world";

let here: Neighbour;
beforeAll(async () => {
  here = await aTenant();
});

const as = (memberId: string | undefined) => here.as({ memberId: memberId ?? "" });
const answer = (memberId: string | undefined, blockId: string, given: object) =>
  answerBlock(as(memberId), blockId, answerInput.parse(given));
const choose = (memberId: string | undefined, blockId: string, ...choices: string[]) =>
  answer(memberId, blockId, { choices });

describe("A2: a poll", () => {
  test("takes one vote a person, which may change until the end", async () => {
    const { blockId, memberIds } = await openedBlock(here, POLL);
    await choose(memberIds[0], blockId, "0");
    await choose(memberIds[0], blockId, "2");
    await choose(memberIds[1], blockId, "2");
    const results = await getBlock(here.as("owner"), blockId);
    expect(results).toMatchObject({ people: 2, isOpen: true });
    expect(results.counts.map(({ count }) => count)).toEqual([0, 0, 2]);
    await closeBlock(here.as("owner"), blockId);
    await expect(choose(memberIds[0], blockId, "1")).rejects.toMatchObject({ code: "block_closed" });
    await expect(withdrawAnswer(as(memberIds[0]), blockId)).rejects.toMatchObject({ code: "block_closed" });
  });

  test("refuses two choices of one, and what is no option, at the field", async () => {
    const { blockId, memberIds } = await openedBlock(here, POLL);
    const codes = async (given: object) =>
      await answer(memberIds[0], blockId, given).catch((refusal) => refusal.issues[0]);
    expect(await codes({ choices: ["0", "1"] })).toEqual({ path: "choices", code: "choose_one" });
    expect(await codes({ choices: ["7"] })).toEqual({ path: "choices.0", code: "unknown_choice" });
    expect(await codes({})).toEqual({ path: "choices", code: "choose_some" });
  });

  test("of several choices counts each", async () => {
    const { blockId, memberIds } = await openedBlock(here, { ...POLL, multiple: true });
    await choose(memberIds[0], blockId, "0", "2", "0");
    const { people, counts } = await getBlock(here.as("owner"), blockId);
    expect([people, ...counts.map(({ count }) => count)]).toEqual([1, 1, 0, 1]);
  });

  test("P12: shows what others voted once one has voted, or it is over, in the API as in the portal", async () => {
    const { blockId, memberIds } = await openedBlock(here, POLL);
    const [ana, bia] = memberIds;
    await choose(ana, blockId, "0");
    expect(await getBlock(as(bia), blockId)).toMatchObject({ people: null, counts: [], isOpen: true });
    expect((await getBlock(as(ana), blockId)).people).toBe("<5");
    await closeBlock(here.as("owner"), blockId);
    expect((await getBlock(as(bia), blockId)).people).toBe("<5");
  });

  test("is not there for whoever did not get it", async () => {
    const { blockId } = await openedBlock(here, POLL);
    const outsider = await aMember(here.tenantId);
    await expect(choose(outsider, blockId, "0")).rejects.toMatchObject({ code: "not_found" });
  });

  test("P12: members see no small counts, and nothing before they voted", async () => {
    const { blockId, memberIds } = await openedBlock(here, POLL, { count: 8 });
    for (const id of memberIds.slice(0, 6)) await choose(id, blockId, "0");
    await choose(memberIds[6], blockId, "1");
    const viewOf = async (memberId: string | undefined) =>
      (await listFeed(as(memberId), { limit: 1 })).data[0]?.block;
    expect((await viewOf(memberIds[7]))?.results).toBeNull();
    const seen = await viewOf(memberIds[0]);
    expect(seen?.own?.choices).toEqual(["0"]);
    expect(seen?.results).toEqual({
      people: 7,
      counts: [
        { choice: "0", count: 6 },
        { choice: "1", count: "<5" },
        { choice: "2", count: "<5" },
      ],
    });
  });

  test("P2, P12: of those who voted a member sees whom they share a room with, and themself", async () => {
    const { blockId, memberIds } = await openedBlock(here, POLL);
    for (const id of memberIds) await choose(id, blockId, "0");
    const seenBy = async (ctx: ReturnType<typeof as>) =>
      (await listAnswers(ctx, { blockId, limit: 10 })).data.map(({ memberId }) => memberId).sort();
    expect(await seenBy(as(memberIds[0]))).toEqual([memberIds[0], memberIds[1]].sort());
    expect(await seenBy(as(memberIds[2]))).toEqual([memberIds[2]]);
    expect(await seenBy(here.as("owner"))).toEqual([...memberIds].sort());
  });
});

describe("A2: an event", () => {
  test("L9: one seat and twenty who want it at once: one gets it, the others are told", async () => {
    const { blockId, memberIds } = await openedBlock(here, { ...EVENT, seats: 1 }, { count: 20 });
    const outcomes = await Promise.allSettled(memberIds.map((id) => choose(id, blockId, "yes")));
    const refused = outcomes.filter((one) => one.status === "rejected");
    expect(refused).toHaveLength(19);
    for (const { reason } of refused) expect(reason.code).toBe("event_full");
    expect((await getBlock(here.as("owner"), blockId)).people).toBe(1);
  });

  test("a seat given up is free again, and who has it keeps it", async () => {
    const { blockId, memberIds } = await openedBlock(here, { ...EVENT, seats: 1 });
    await choose(memberIds[0], blockId, "yes");
    await choose(memberIds[0], blockId, "yes");
    await choose(memberIds[0], blockId, "no");
    await choose(memberIds[1], blockId, "yes");
    const { counts } = await getBlock(here.as("owner"), blockId);
    expect(counts).toContainEqual({ choice: "yes", count: 1 });
  });

  test("is a file that a calendar reads, in UTC, with its place", async () => {
    const { blockId, memberIds } = await openedBlock(here, { ...EVENT, endsAt: "2026-03-08T09:30" });
    const calendar = new ICAL.Component(ICAL.parse(await eventFile(as(memberIds[0]), blockId)));
    const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined);
    expect(event.summary).toBe("Corrida da praça");
    expect(event.location).toBe("Praça da Sé");
    expect(event.startDate.toJSDate().toISOString()).toBe("2026-03-08T10:00:00.000Z");
    expect(event.endDate.toJSDate().toISOString()).toBe("2026-03-08T12:30:00.000Z");
  });
});

describe("F1: a question", () => {
  const question = {
    kind: "feedback",
    question: "Como foi a corrida?",
    score: "csat",
    feedbackKind: "praise",
  };

  test("becomes feedback of its kind in the community, once", async () => {
    const { blockId, memberIds, communityId } = await openedBlock(here, question);
    await answer(memberIds[0], blockId, { score: 5, body: "Linda!" });
    await expect(answer(memberIds[0], blockId, { score: 4 })).rejects.toMatchObject({
      code: "already_answered",
    });
    const row = await here.as("owner").db.blockAnswer.findFirst({ where: { blockId } });
    expect(await getFeedback(here.as("owner"), row?.feedbackId ?? "")).toMatchObject({
      kind: "praise",
      title: "Como foi a corrida?",
      body: "Linda!",
      score: 5,
      memberId: memberIds[0],
      communityId,
    });
    expect((await getBlock(here.as("owner"), blockId)).score).toBe(5);
  });

  test("asks for a score within its scale", async () => {
    const { blockId, memberIds } = await openedBlock(here, question);
    const refused = await answer(memberIds[0], blockId, { score: 9 }).catch((refusal) => refusal.issues);
    expect(refused).toEqual([{ path: "score", code: "score_out_of_scale", params: { from: 1, to: 5 } }]);
  });
});

test("a button leads on, and each press of a person counts, the person once", async () => {
  const block = { kind: "button", label: "Comprar", url: "https://loja.example/tenis?cor=azul" };
  const { blockId, memberIds } = await openedBlock(here, block);
  for (const id of [memberIds[0], memberIds[0], memberIds[1]])
    expect(await pressButton(as(id), blockId)).toBe(block.url);
  expect((await getBlock(here.as("owner"), blockId)).people).toBe(2);
  const presses = await here
    .as("owner")
    .db.blockAnswer.findMany({ where: { blockId }, select: { presses: true } });
  expect(presses.map((row) => row.presses).sort()).toEqual([1, 2]);
});
