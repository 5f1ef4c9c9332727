import { describe, expect, test } from "vitest";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { commentFeedback } from "@/lib/feedback/commands/comment-feedback";
import { mergeFeedback } from "@/lib/feedback/commands/merge-feedback";
import { sendFeedback } from "@/lib/feedback/commands/send-feedback";
import { updateFeedback } from "@/lib/feedback/commands/update-feedback";
import { unvoteFeedback, voteForFeedback } from "@/lib/feedback/commands/vote-feedback";
import { getFeedback } from "@/lib/feedback/queries/get-feedback";
import { listComments } from "@/lib/feedback/queries/list-comments";
import { listFeedback } from "@/lib/feedback/queries/list-feedback";
import { newId } from "@/lib/shared/ids";
import { asOwner } from "../../support/as-owner";
import { aCommunity } from "../../support/village";
import { aMember, aTenant, aWorld, type Neighbour } from "../../support/world";

async function aScene(here?: Neighbour) {
  const home = here ?? (await aTenant());
  const communityId = await aCommunity(home);
  const ana = await aMember(home.tenantId, { name: "Ana", email: `ana-${newId()}@x.example` });
  const bia = await aMember(home.tenantId, { name: "Bia" });
  await addCommunityMembers(home.as("owner"), { communityId, memberIds: [ana, bia] });
  const { id } = await sendFeedback(home.as({ memberId: ana }), {
    kind: "suggestion",
    title: "Bebedouro no km 5",
    body: "Faz falta.",
    communityId,
  });
  return { here: home, communityId, ana, bia, id };
}

const mailsTo = (tenant: Neighbour) =>
  asOwner<{ subject: string; text: string }>(
    process.env.DATABASE_URL ?? "",
    "SELECT payload ->> 'subject' AS subject, payload ->> 'text' AS text FROM graphile_worker._private_jobs WHERE payload ->> 'text' LIKE '%' || $1 || '%'",
    [`/m/${tenant.slug}/ideas/`],
  );

describe("who sees what was sent", () => {
  test("its author, staff in reach and the community's admins do; another member, finance, no grant and other tenants do not", async () => {
    const { here, communityId, ana, bia, id } = await aScene();
    const there = await aTenant();
    const seen = async (ctx: ReturnType<Neighbour["as"]>) =>
      getFeedback(ctx, id).then(
        () => "yes",
        (error: { code: string }) => error.code,
      );
    expect(await seen(here.as({ memberId: ana }))).toBe("yes");
    expect(await seen(here.as({ memberId: here.ownerMemberId }))).toBe("yes");
    expect(await seen(here.as("admin"))).toBe("yes");
    expect(await seen(here.as("agent", [communityId]))).toBe("yes");
    expect(await seen(here.as({ memberId: bia }))).toBe("not_found");
    expect(await seen(here.as("finance"))).toBe("not_allowed");
    expect(await seen(here.as("agent"))).toBe("not_granted");
    expect(await seen(there.as("owner"))).toBe("not_found");
    const listed = async (ctx: ReturnType<Neighbour["as"]>) =>
      (await listFeedback(ctx, {}, { limit: 50 })).data.map((item) => item.id);
    expect(await listed(here.as({ memberId: bia }))).toEqual([]);
    expect(await listed(here.as({ memberId: ana }))).toEqual([id]);
    expect(await listed(here.as({ memberId: here.ownerMemberId }))).toEqual([id]);
    expect(await listed(here.as("agent"))).toEqual([]);
    expect(await listed(here.as("agent", [communityId]))).toEqual([id]);
    expect(await listed(there.as("owner"))).toEqual([]);
    await expect(listed(here.as("finance"))).rejects.toMatchObject({ code: "not_allowed" });
  });

  test("R2: what belongs to no community is for owner and admin only", async () => {
    const { here, ana } = await aScene();
    const { id } = await sendFeedback(here.as({ memberId: ana }), { kind: "question", title: "Horários?" });
    await expect(getFeedback(here.as("agent"), id)).rejects.toMatchObject({ code: "not_granted" });
    await getFeedback(here.as("admin"), id);
  });

  test("internal notes, owner, due date and tags never reach the author", async () => {
    const { here, ana, id } = await aScene();
    await commentFeedback(here.as("owner"), { feedbackId: id, body: "cliente difícil", internal: true });
    await commentFeedback(here.as("owner"), { feedbackId: id, body: "Vamos ver, obrigada." });
    await updateFeedback(here.as("owner"), {
      feedbackId: id,
      tags: ["vip"],
      ownerId: here.staff.owner.staffId,
    });
    const author = here.as({ memberId: ana });
    const mine = [await getFeedback(author, id), (await listFeedback(author, {}, { limit: 5 })).data[0]];
    for (const item of mine) expect(item).toMatchObject({ ownerId: null, dueAt: null, tags: [] });
    const story = (await listComments(author, id)).data;
    expect(story.map(({ body, authorKind, authorId }) => [body, authorKind, authorId])).toEqual([
      ["Vamos ver, obrigada.", "staff", null],
    ]);
    expect((await listComments(here.as("owner"), id)).data).toHaveLength(2);
    const note = commentFeedback(author, { feedbackId: id, body: "x", internal: true });
    await expect(note).rejects.toMatchObject({ code: "not_allowed" });
    await expect(updateFeedback(author, { feedbackId: id, status: "done" })).rejects.toMatchObject({
      code: "not_allowed",
    });
  });
});

describe("F3: the author is told", () => {
  test("once per answer and once per change of status, and not of notes or their own words", async () => {
    const { here, ana, id } = await aScene();
    await commentFeedback(here.as("owner"), { feedbackId: id, body: "nota", internal: true });
    await commentFeedback(here.as({ memberId: ana }), { feedbackId: id, body: "E então?" });
    expect(await mailsTo(here)).toHaveLength(0);
    await commentFeedback(here.as("owner"), { feedbackId: id, body: "Vamos instalar." });
    await updateFeedback(here.as("owner"), { feedbackId: id, status: "planned" });
    await updateFeedback(here.as("owner"), { feedbackId: id, status: "planned" });
    await updateFeedback(here.as("owner"), { feedbackId: id, tags: ["água"] });
    const texts = (await mailsTo(here)).map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts.some((text) => text.includes("Vamos instalar."))).toBe(true);
    expect(texts.some((text) => text.includes("Planejado"))).toBe(true);
    expect(texts.join()).not.toContain("nota");
  });

  test("P16: who opted out of such mails gets none, and still sees the answer", async () => {
    const { here, ana, id } = await aScene();
    const ctx = here.as("owner");
    await ctx.db.consent.create({
      data: { memberId: ana, channel: "email", purpose: "service", granted: false },
    });
    await commentFeedback(ctx, { feedbackId: id, body: "Pronto." });
    expect(await mailsTo(here)).toHaveLength(0);
    expect((await listComments(here.as({ memberId: ana }), id)).data).toHaveLength(1);
  });
});

describe("F2: status, merging, votes", () => {
  test("an illegal move is refused and changes nothing; declining needs a reason", async () => {
    const { here, id } = await aScene();
    const ctx = here.as("owner");
    const update = (fields: object) => updateFeedback(ctx, { feedbackId: id, ...fields });
    await expect(update({ status: "done" })).rejects.toMatchObject({
      code: "illegal_transition",
      status: 409,
    });
    await expect(update({ status: "declined", reason: " " })).rejects.toMatchObject({
      issues: [{ path: "reason", code: "reason_missing" }],
    });
    await expect(update({ status: "planned", seenStatus: "triaged" })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await getFeedback(ctx, id)).status).toBe("new");
    await update({ status: "declined", reason: "Sem verba este ano." });
    expect(await getFeedback(ctx, id)).toMatchObject({
      status: "declined",
      statusReason: "Sem verba este ano.",
    });
  });

  test("of ten who close it at once, one move is recorded", async () => {
    const { here, id } = await aScene();
    const moves = Array.from({ length: 10 }, () =>
      updateFeedback(here.as("owner"), { feedbackId: id, status: "triaged", seenStatus: "new" }),
    );
    const settled = await Promise.allSettled(moves);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await listComments(here.as("owner"), id)).data).toHaveLength(1);
  });

  test("merging unites the votes, tells the author, and is for good", async () => {
    const { here, communityId, ana, bia, id } = await aScene();
    const owner = here.as("owner");
    const { id: into } = await sendFeedback(here.as({ memberId: bia }), {
      kind: "suggestion",
      title: "Água no percurso",
      communityId,
    });
    await voteForFeedback(owner, { feedbackId: id, memberId: ana });
    await voteForFeedback(owner, { feedbackId: id, memberId: bia });
    await voteForFeedback(owner, { feedbackId: into, memberId: bia });
    await mergeFeedback(owner, { feedbackId: id, into });
    expect((await getFeedback(owner, into)).votes).toBe(2);
    expect(await getFeedback(owner, id)).toMatchObject({ status: "merged", mergedInto: into });
    expect(await getFeedback(here.as({ memberId: ana }), id)).toMatchObject({ mergedInto: null });
    expect(await mailsTo(here)).toHaveLength(1);
    const again = mergeFeedback(owner, { feedbackId: id, into });
    await expect(again).rejects.toMatchObject({ code: "illegal_transition" });
    for (const target of [into, id, newId()]) {
      const bad = mergeFeedback(owner, { feedbackId: into, into: target });
      await expect(bad).rejects.toMatchObject({ issues: [{ path: "into", code: "unknown_id" }] });
    }
  });

  test("a vote counts once, however often and however many at once", async () => {
    const { here, ana, bia, id } = await aScene();
    const vote = { feedbackId: id, memberId: bia };
    await Promise.all(Array.from({ length: 8 }, () => voteForFeedback(here.as("owner"), vote)));
    expect(await voteForFeedback(here.as({ memberId: ana }), { feedbackId: id })).toBe(2);
    expect(await unvoteFeedback(here.as("owner"), vote)).toBe(1);
    expect(await unvoteFeedback(here.as("owner"), vote)).toBe(1);
    await expect(voteForFeedback(here.as({ memberId: bia }), { feedbackId: id })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("it can be given only to staff who may answer it", async () => {
    const { here, id } = await aScene();
    const give = (ownerId: string) => updateFeedback(here.as("owner"), { feedbackId: id, ownerId });
    await give(here.staff.admin.staffId);
    for (const role of ["finance", "marketer", "agent"] as const) {
      await expect(give(here.staff[role].staffId)).rejects.toMatchObject({
        issues: [{ path: "ownerId", code: "unknown_id" }],
      });
    }
  });
});

describe("input", () => {
  test("the same words twice are one item, also when pressed five times at once", async () => {
    const { here, ana } = await aScene();
    const words = { kind: "praise" as const, title: "Treino ótimo" };
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => sendFeedback(here.as({ memberId: ana }), words)),
    );
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  });

  test.each([
    [{ title: "" }, "title", "required"],
    [{ title: "\u0000\u202e  " }, "title", "required"],
    [{ title: "é".repeat(201) }, "title", "too_big_text"],
    [{ title: "x".repeat(1_000_000) }, "title", "too_big_text"],
    [{ title: 7 }, "title", "invalid_type"],
    [{ body: "b".repeat(4_097) }, "body", "too_big_text"],
    [{ kind: "rant" }, "kind", "invalid_choice"],
    [{ score: 11 }, "score", "too_big_number"],
    [{ score: 1.5 }, "score", "invalid_type"],
    [{ communityId: "x" }, "communityId", "invalid_uuid"],
    [{ tags: [""] }, "tags.0", "required"],
  ])("%o is refused at its field", async (fields, path, code) => {
    const { sendFeedbackInput } = await import("@/lib/feedback/schema");
    const { issuesOf } = await import("@/lib/platform/errors/zod-issues");
    const parsed = sendFeedbackInput.safeParse({ kind: "praise", title: "Bom", ...fields });
    expect(parsed.success).toBe(false);
    if (parsed.error) expect(issuesOf(parsed.error)).toContainEqual(expect.objectContaining({ path, code }));
  });

  test("T3: a community one is not in, a foreign or an unknown one is refused alike", async () => {
    const { here, there } = await aWorld();
    const { ana } = await aScene(here);
    const notMine = await aCommunity(here, "Outra");
    const foreign = await aCommunity(there);
    for (const communityId of [notMine, foreign, newId()]) {
      const sent = sendFeedback(here.as({ memberId: ana }), { kind: "praise", title: "Oi", communityId });
      await expect(sent).rejects.toMatchObject({ issues: [{ path: "communityId", code: "unknown_id" }] });
    }
  });

  test("pages of the list hold each item once, and a made-up cursor is refused", async () => {
    const { here, ana, communityId } = await aScene();
    for (let n = 0; n < 6; n += 1) {
      await sendFeedback(here.as({ memberId: ana }), { kind: "question", title: `P ${n}`, communityId });
    }
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listFeedback(here.as("owner"), {}, { limit: 3, cursor });
      ids.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(ids).toHaveLength(7);
    expect(new Set(ids).size).toBe(7);
    await expect(listFeedback(here.as("owner"), {}, { limit: 3, cursor: "zzz" })).rejects.toMatchObject({
      code: "invalid_cursor",
    });
  });
});
