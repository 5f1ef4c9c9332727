import { describe, expect, test } from "vitest";
import { mergeFeedback } from "@/lib/feedback/commands/merge-feedback";
import { undoMerge } from "@/lib/feedback/commands/undo-merge";
import { updateFeedback } from "@/lib/feedback/commands/update-feedback";
import { unvoteFeedback, voteForFeedback } from "@/lib/feedback/commands/vote-feedback";
import { getFeedback } from "@/lib/feedback/queries/get-feedback";
import { getIdea } from "@/lib/feedback/queries/get-idea";
import { listIdeas, listSimilarIdeas } from "@/lib/feedback/queries/list-ideas";
import { aHouse } from "../../support/feedback-house";

const page = { limit: 50 };

describe("ideas that members share with their community", () => {
  test("others there see title, words and state without the author; who is elsewhere sees nothing", async () => {
    const { here, ana, bia, elsewhere, says } = await aHouse();
    const id = await says(ana, "Bebedouro no km 5", { body: "Faz falta no calor." });
    const { data } = await listIdeas(here.as({ memberId: bia }), {}, page);
    expect(data).toEqual([
      {
        id,
        communityId: expect.any(String),
        title: "Bebedouro no km 5",
        body: "Faz falta no calor.",
        status: "new",
        votes: "<5",
        hasVoted: false,
        isOwn: false,
        createdAt: expect.any(Date),
      },
    ]);
    expect(JSON.stringify(await getIdea(here.as({ memberId: bia }), id))).not.toContain(ana);
    expect((await listIdeas(here.as({ memberId: ana }), {}, page)).data[0]?.isOwn).toBe(true);
    expect((await listIdeas(here.as({ memberId: elsewhere }), {}, page)).data).toEqual([]);
    await expect(getIdea(here.as({ memberId: elsewhere }), id)).rejects.toMatchObject({ code: "not_found" });
  });

  test("what its author keeps to the team, and any complaint, is seen by nobody else, nor can the team show it", async () => {
    const { here, ana, bia, says } = await aHouse();
    const kept = await says(ana, "Só para a equipe", { shared: false });
    const complaint = await says(ana, "O banheiro está sujo", { kind: "complaint" });
    expect((await listIdeas(here.as({ memberId: bia }), {}, page)).data).toEqual([]);
    for (const feedbackId of [kept, complaint])
      await expect(updateFeedback(here.as("owner"), { feedbackId, shared: true })).rejects.toMatchObject({
        issues: [{ path: "shared", code: "not_for_others" }],
      });
  });

  test("the team takes one from view, and lets it be seen again", async () => {
    const { here, ana, bia, says } = await aHouse();
    const feedbackId = await says(ana, "Treino às quintas");
    const seen = async () => (await listIdeas(here.as({ memberId: bia }), {}, page)).data.length;
    await updateFeedback(here.as("owner"), { feedbackId, shared: false });
    expect(await seen()).toBe(0);
    await expect(voteForFeedback(here.as({ memberId: bia }), { feedbackId })).rejects.toMatchObject({
      code: "not_found",
    });
    await updateFeedback(here.as("owner"), { feedbackId, shared: true });
    expect(await seen()).toBe(1);
  });

  test("most support comes first, but small supports stand in the order of their time (P12)", async () => {
    const { here, members, ana, says } = await aHouse(7);
    const few = await says(ana, "Primeira");
    const many = await says(ana, "Segunda");
    const none = await says(ana, "Terceira");
    for (const memberId of members.slice(0, 3))
      await voteForFeedback(here.as({ memberId }), { feedbackId: few });
    for (const memberId of members) await voteForFeedback(here.as({ memberId }), { feedbackId: many });
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const one = await listIdeas(here.as({ memberId: ana }), {}, { limit: 1, cursor });
      ids.push(...one.data.map(({ id }) => id));
      cursor = one.nextCursor ?? undefined;
    } while (cursor);
    // Of the same instant, the later id comes first.
    expect(ids).toEqual([many, none, few]);
  });

  test("a vote counts once, goes again, and ends with the item", async () => {
    const { here, ana, bia, says } = await aHouse();
    const feedbackId = await says(ana, "Mapa do percurso");
    const own = here.as({ memberId: bia });
    await Promise.all(Array.from({ length: 5 }, () => voteForFeedback(own, { feedbackId })));
    expect((await getFeedback(here.as("owner"), feedbackId)).votes).toBe(1);
    expect(await unvoteFeedback(own, { feedbackId })).toBe(0);
    await updateFeedback(here.as("owner"), { feedbackId, status: "declined", reason: "Já existe." });
    await expect(voteForFeedback(own, { feedbackId })).rejects.toMatchObject({ code: "illegal_transition" });
  });
});

describe("duplicates suggested while one types", () => {
  test("near words find it, with accents and capitals forgotten; far ones and closed items do not", async () => {
    const { here, ana, bia, elsewhere, says } = await aHouse();
    const near = await says(ana, "Bebedouro no portão 3");
    const closed = await says(ana, "Bebedouro no portão 4");
    await updateFeedback(here.as("owner"), { feedbackId: closed, status: "declined", reason: "Não." });
    await says(ana, "Treino à noite");
    await says(ana, "Bebedouro secreto", { shared: false });
    const like = async (memberId: string, words: string) =>
      (await listSimilarIdeas(here.as({ memberId }), { words })).map(({ id }) => id);
    expect(await like(bia, "BEBEDOURO perto do portao")).toEqual([near]);
    expect(await like(bia, "bebedouros")).toEqual([near]);
    expect(await like(bia, "Estacionamento")).toEqual([]);
    expect(await like(bia, "beb")).toEqual([]);
    expect(await like(bia, "%_'\\ \u0000 ; DROP")).toEqual([]);
    expect(await like(elsewhere, "Bebedouro no portão")).toEqual([]);
  });
});

describe("merging unites the votes, and its undo parts them rightly", () => {
  const votesOf = async (here: Awaited<ReturnType<typeof aHouse>>["here"], ids: string[]) =>
    Promise.all(ids.map(async (id) => (await getFeedback(here.as("owner"), id)).votes));

  test("who voted for both counts once; after the undo both stand as before, with later votes kept", async () => {
    const { here, ana, bia, caio, davi, says } = await aHouse();
    const [from, into] = [await says(ana, "Água"), await says(bia, "Bebedouro")];
    for (const memberId of [ana, bia]) await voteForFeedback(here.as({ memberId }), { feedbackId: from });
    for (const memberId of [bia, caio]) await voteForFeedback(here.as({ memberId }), { feedbackId: into });
    await mergeFeedback(here.as("owner"), { feedbackId: from, into });
    expect(await votesOf(here, [into])).toEqual([3]);
    await voteForFeedback(here.as({ memberId: davi }), { feedbackId: into });
    await undoMerge(here.as("owner"), from);
    expect(await votesOf(here, [from, into])).toEqual([2, 3]);
    expect(await getFeedback(here.as("owner"), from)).toMatchObject({ status: "new", mergedInto: null });
    await expect(undoMerge(here.as("owner"), from)).rejects.toMatchObject({ code: "illegal_transition" });
  });

  test("two merged with one supporter in common: undoing the first keeps them for the second", async () => {
    const { here, ana, bia, caio, says } = await aHouse();
    const [first, second, into] = [await says(ana, "Um"), await says(bia, "Dois"), await says(ana, "Alvo")];
    for (const feedbackId of [first, second])
      await voteForFeedback(here.as({ memberId: caio }), { feedbackId });
    for (const feedbackId of [first, second]) await mergeFeedback(here.as("owner"), { feedbackId, into });
    expect(await votesOf(here, [into])).toEqual([1]);
    await undoMerge(here.as("owner"), first);
    expect(await votesOf(here, [first, second, into])).toEqual([1, 1, 1]);
    await undoMerge(here.as("owner"), second);
    expect(await votesOf(here, [into])).toEqual([0]);
  });

  test("who votes again for the united item, or takes it back, decides for both", async () => {
    const { here, ana, bia, caio, says } = await aHouse();
    const [from, into] = [await says(ana, "Água"), await says(bia, "Bebedouro")];
    for (const memberId of [ana, caio]) await voteForFeedback(here.as({ memberId }), { feedbackId: from });
    await mergeFeedback(here.as("owner"), { feedbackId: from, into });
    await voteForFeedback(here.as({ memberId: caio }), { feedbackId: into });
    await unvoteFeedback(here.as({ memberId: ana }), { feedbackId: into });
    await undoMerge(here.as("owner"), from);
    expect(await votesOf(here, [from, into])).toEqual([1, 1]);
  });
});
