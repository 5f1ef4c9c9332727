import { describe, expect, test } from "vitest";
import { draftForAskers } from "@/lib/announcements/commands/draft-for-askers";
import { rehearseAnnouncement } from "@/lib/announcements/queries/rehearse-announcement";
import { answerSolved } from "@/lib/feedback/commands/answer-solved";
import { mergeFeedback } from "@/lib/feedback/commands/merge-feedback";
import { seeFeedback } from "@/lib/feedback/commands/see-feedback";
import { systemTellOverdue } from "@/lib/feedback/commands/tell-overdue";
import { updateFeedback } from "@/lib/feedback/commands/update-feedback";
import { voteForFeedback } from "@/lib/feedback/commands/vote-feedback";
import { getFeedback } from "@/lib/feedback/queries/get-feedback";
import { getIdea } from "@/lib/feedback/queries/get-idea";
import { getOutcomes } from "@/lib/feedback/queries/get-outcomes";
import { listComments } from "@/lib/feedback/queries/list-comments";
import { countUnseenFeedback } from "@/lib/feedback/queries/list-own-feedback";
import { systemContext } from "@/lib/platform/context";
import { daysAfter } from "@/lib/shared/days";
import { aHouse, lettersOf, tellOutcomes } from "../../support/feedback-house";
import { queuedMails } from "../../support/mail-queue";

type House = Awaited<ReturnType<typeof aHouse>>;
const finish = async ({ here }: House, feedbackId: string) => {
  for (const status of ["triaged", "done"] as const)
    await updateFeedback(here.as("owner"), { feedbackId, status });
};

/** An idea of Ana's that Bia supports, and one of Caio's merged into it that Davi supports. */
async function anEnd() {
  const house = await aHouse(5);
  const { here, ana, bia, caio, davi, says } = house;
  const [id, twin] = [await says(ana, "Bebedouro"), await says(caio, "Água na pista")];
  await voteForFeedback(here.as({ memberId: bia }), { feedbackId: id });
  await voteForFeedback(here.as({ memberId: davi }), { feedbackId: twin });
  await mergeFeedback(here.as("owner"), { feedbackId: twin, into: id });
  await finish(house, id);
  return { ...house, id, twin };
}

describe("F3: author and supporters are told once per end", () => {
  test("all who asked, by the item that they know, however often the job runs; nobody else", async () => {
    const house = await anEnd();
    const before = await lettersOf(house.here);
    await tellOutcomes(house.here, 3);
    const told = (await lettersOf(house.here)).filter((letter) => !before.includes(letter));
    expect(told.sort()).toEqual([
      "p0 Feito: Bebedouro",
      "p1 Feito: Bebedouro",
      "p2 Feito: Água na pista",
      "p3 Feito: Água na pista",
    ]);
    expect(await getOutcomes(house.here.as("owner"), house.id)).toEqual({ told: 4, solved: 0, unsolved: 0 });
  });

  test("back and forth between the states tells nobody again", async () => {
    const house = await anEnd();
    await tellOutcomes(house.here);
    const before = await lettersOf(house.here);
    await updateFeedback(house.here.as("owner"), { feedbackId: house.id, status: "in_progress" });
    const between = await lettersOf(house.here);
    await updateFeedback(house.here.as("owner"), { feedbackId: house.id, status: "done" });
    await tellOutcomes(house.here);
    expect(between.length - before.length).toBe(1);
    expect(await lettersOf(house.here)).toEqual(between);
  });

  test("what has moved on before the job ran is told of no more; looking through tells nobody", async () => {
    const house = await aHouse();
    const id = await house.says(house.ana, "Bebedouro");
    await updateFeedback(house.here.as("owner"), { feedbackId: id, status: "triaged" });
    await updateFeedback(house.here.as("owner"), { feedbackId: id, status: "done" });
    await updateFeedback(house.here.as("owner"), { feedbackId: id, status: "in_progress" });
    await tellOutcomes(house.here);
    expect(await lettersOf(house.here)).toEqual([expect.stringContaining("p0 ")]);
    expect((await getOutcomes(house.here.as("owner"), id)).told).toBe(0);
  });

  test("the portal marks it for each until they look", async () => {
    const { here, bia, id } = await anEnd();
    await tellOutcomes(here);
    const own = here.as({ memberId: bia });
    expect(await countUnseenFeedback(own)).toBe(1);
    await seeFeedback(own, id);
    expect(await countUnseenFeedback(own)).toBe(0);
  });

  test("P12: who supports what was merged sees their own item and its end, never the other one, where that was not shared", async () => {
    const house = await aHouse();
    const { here, ana, bia, caio, says } = house;
    const [kept, open] = [await says(ana, "Segredo", { shared: false }), await says(caio, "Aberta")];
    await voteForFeedback(here.as({ memberId: bia }), { feedbackId: open });
    await mergeFeedback(here.as("owner"), { feedbackId: open, into: kept });
    await finish(house, kept);
    await tellOutcomes(here);
    const own = here.as({ memberId: bia });
    await expect(getIdea(own, kept)).rejects.toMatchObject({ code: "not_found" });
    expect(await getIdea(own, open)).toMatchObject({ end: { status: "done", asked: { solved: null } } });
    expect((await lettersOf(here)).join()).not.toContain("p1 Feito: Segredo");
  });
});

describe("“you asked, we did”", () => {
  test("a draft to exactly those who asked, once; others of the community do not get it", async () => {
    const { here, id } = await anEnd();
    const owner = here.as("owner");
    const draft = await draftForAskers(owner, id);
    expect(draft).toMatchObject({ status: "draft", audience: { askedFeedbackId: id } });
    expect(draft.body).toContain(`/m/${here.slug}/ideas/${id}`);
    expect((await draftForAskers(owner, id)).id).toBe(draft.id);
    expect(await rehearseAnnouncement(owner, draft.id)).toMatchObject({ people: 4 });
  });

  test("what is not shared is not named, braces of a member are no fields, and before the end there is none", async () => {
    const house = await aHouse();
    const id = await house.says(house.ana, "Segredo {{first_name}}", { shared: false });
    const owner = house.here.as("owner");
    await expect(draftForAskers(owner, id)).rejects.toMatchObject({ code: "illegal_transition" });
    await finish(house, id);
    expect((await draftForAskers(owner, id)).body).not.toContain("Segredo");
    const open = await house.says(house.ana, "Aberta {{first_name}}");
    await finish(house, open);
    expect((await draftForAskers(owner, open)).body).toContain("Aberta { {first_name} }");
  });
});

describe("F4: overdue", () => {
  test("its owner is told once for each date; another date or owner is told anew, who may not own it any more is not", async () => {
    const { here, communityId, ana, says } = await aHouse();
    const id = await says(ana, "Banheiro fechado", { kind: "complaint" });
    const owner = here.as("owner");
    const agentId = here.staff.agent.staffId;
    await owner.db.staffGrant.create({ data: { staffId: agentId, communityId, grantedBy: null } });
    await updateFeedback(owner, { feedbackId: id, ownerId: agentId });
    const day = (days: number) => ({
      ...systemContext(here.tenantId, "test"),
      now: daysAfter(owner.now, days),
    });
    const told = async (days: number) => {
      await Promise.all([systemTellOverdue(day(days)), systemTellOverdue(day(days))]);
      return (await queuedMails(here.tenantId)).filter(({ to }) => to === here.staff.agent.email).length;
    };
    expect(await told(1)).toBe(0);
    expect(await told(3)).toBe(1);
    expect(await told(4)).toBe(1);
    await updateFeedback(owner, { feedbackId: id, dueAt: daysAfter(owner.now, 5).toISOString() });
    expect(await told(6)).toBe(2);
    await updateFeedback(owner, { feedbackId: id, dueAt: daysAfter(owner.now, 7).toISOString() });
    await owner.db.staffGrant.deleteMany({ where: { staffId: agentId } });
    expect(await told(8)).toBe(2);
  });
});

describe("“solved?” takes it up again once", () => {
  test("yes and no are counted, the same again changes nothing, another answer takes its place", async () => {
    const { here, ana, bia, id } = await anEnd();
    await tellOutcomes(here);
    const says = (memberId: string, solved: boolean) =>
      answerSolved(here.as({ memberId }), { feedbackId: id, solved });
    await says(ana, true);
    await says(ana, true);
    expect(await getOutcomes(here.as("owner"), id)).toMatchObject({ told: 4, solved: 1, unsolved: 0 });
    expect(await says(bia, false)).toEqual({ reopened: true });
    expect(await getFeedback(here.as("owner"), id)).toMatchObject({ status: "in_progress" });
    await expect(says(bia, false)).rejects.toMatchObject({ code: "illegal_transition" });
  });

  test("of many at once that say no one takes it up; then all are told anew, and a second no is only counted", async () => {
    const { here, ana, bia, caio, davi, id } = await anEnd();
    await tellOutcomes(here);
    const answers = await Promise.allSettled(
      [ana, bia, caio, davi].map((memberId) =>
        answerSolved(here.as({ memberId }), { feedbackId: id, solved: false }),
      ),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const before = (await lettersOf(here)).length;
    await updateFeedback(here.as("owner"), { feedbackId: id, status: "done" });
    await tellOutcomes(here, 2);
    expect((await lettersOf(here)).length - before).toBe(4);
    const again = await answerSolved(here.as({ memberId: bia }), { feedbackId: id, solved: false });
    expect(again).toEqual({ reopened: false });
    expect(await getOutcomes(here.as("owner"), id)).toEqual({ told: 4, solved: 0, unsolved: 1 });
    expect((await getFeedback(here.as("owner"), id)).status).toBe("done");
  });

  test("the words go to the team, not to the author, and who was not told cannot answer", async () => {
    const { here, ana, bia, members, id } = await anEnd();
    await tellOutcomes(here);
    await answerSolved(here.as({ memberId: bia }), { feedbackId: id, solved: false, body: "Ainda seco" });
    const story = JSON.stringify((await listComments(here.as({ memberId: ana }), id)).data);
    expect(story).not.toContain("Ainda seco");
    expect(story).not.toContain(bia);
    expect(JSON.stringify((await listComments(here.as("owner"), id)).data)).toContain("Ainda seco");
    const stranger = here.as({ memberId: members[4] ?? "" });
    await expect(answerSolved(stranger, { feedbackId: id, solved: true })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
