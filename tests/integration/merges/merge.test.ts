import { describe, expect, test } from "vitest";
import { banMember } from "@/lib/bans/commands/ban-member";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { leaveCommunity } from "@/lib/communities/commands/leave-community";
import { recordConsent } from "@/lib/consent/commands/record-consent";
import { listRefusals } from "@/lib/consent/queries/list-refusals";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { sendFeedback } from "@/lib/feedback/commands/send-feedback";
import { voteForFeedback } from "@/lib/feedback/commands/vote-feedback";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { setGroupRole } from "@/lib/groups/commands/set-group-role";
import { createMember } from "@/lib/members/commands/create-member";
import { updateMember } from "@/lib/members/commands/update-member";
import { systemForgetKept } from "@/lib/merges/commands/forget-kept";
import { mergeMembers } from "@/lib/merges/commands/merge-members";
import { undoMerge } from "@/lib/merges/commands/undo-merge";
import { listMerges } from "@/lib/merges/queries/list-merges";
import { addNote } from "@/lib/notes/commands/write-note";
import { daysAfter } from "@/lib/shared/days";
import { expectExactCounters } from "../../support/membership-counts";
import { aCommunity, aGroup, limitTo, someMembers } from "../../support/village";
import { aTenant, aWorld, type Neighbour } from "../../support/world";

/** Two records of one person: both in one house and room, each in another alone; the one that goes leads the shared room. */
async function twoRecords() {
  const here = await aTenant();
  const owner = { ...here.as("owner"), now: new Date() };
  const person = async (name: string, value: string, tags: string[]) =>
    (await createMember(owner, { name, tags, identifiers: [{ kind: "phone", value }] })).id;
  const intoId = await person("Ana Souza", "+5511987654321", ["vip"]);
  const fromId = await person("Ana S.", "+5521912345678", ["domingo"]);
  const [house, theirs] = [await aCommunity(here), await aCommunity(here)];
  const [shared, only] = [await aGroup(here, house), await aGroup(here, theirs)];
  await addGroupMembers(owner, { groupId: shared, memberIds: [intoId, fromId] });
  await addGroupMembers(owner, { groupId: only, memberIds: [fromId] });
  await setGroupRole(owner, { groupId: shared, memberId: fromId, role: "admin" });
  const merge = () => mergeMembers(owner, { intoId, fromId });
  return { here, owner, intoId, fromId, house, theirs, shared, only, merge };
}

/** Who sits where, by the roles. */
async function seatsOf(here: Neighbour, memberId: string) {
  const { db } = here.as("owner");
  const [rooms, houses] = await Promise.all([
    db.groupMember.findMany({ where: { memberId }, select: { groupId: true, role: true } }),
    db.communityMember.findMany({ where: { memberId }, select: { communityId: true, role: true } }),
  ]);
  return Object.fromEntries([
    ...rooms.map(({ groupId, role }) => [groupId, role]),
    ...houses.map(({ communityId, role }) => [communityId, role]),
  ]);
}

describe("X20: two records of one person become one", () => {
  test("with everything of both: identifiers, seats, words, notes and tags; one seat where there were two", async () => {
    const { here, owner, intoId, fromId, house, theirs, shared, only, merge } = await twoRecords();
    const asFrom = { ...here.as({ memberId: fromId }), now: new Date() };
    await postMessage(asFrom, { groupId: shared, body: "Bom dia" });
    const { id: feedbackId } = await sendFeedback(asFrom, {
      kind: "question",
      title: "Que horas?",
      communityId: house,
    });
    for (const memberId of [intoId, fromId]) await voteForFeedback(owner, { feedbackId, memberId });
    await addNote(owner, { memberId: fromId, body: "Prefere manhã" });
    await merge();
    expect(await owner.db.member.count({ where: { id: fromId } })).toBe(0);
    expect(await seatsOf(here, intoId)).toEqual({
      ...{ [house]: "member", [theirs]: "member", [shared]: "admin", [only]: "member" },
    });
    expect(await owner.db.identifier.count({ where: { memberId: intoId } })).toBe(2);
    const member = await owner.db.member.findFirst({
      where: { id: intoId },
      select: { name: true, tags: true },
    });
    expect(member).toEqual({ name: "Ana Souza", tags: ["vip", "domingo"] });
    expect(await owner.db.message.count({ where: { authorId: intoId } })).toBe(1);
    expect(await owner.db.memberNote.count({ where: { memberId: intoId } })).toBe(1);
    const item = await owner.db.feedback.findFirst({ where: { id: feedbackId } });
    expect(item).toMatchObject({ memberId: intoId, votes: 1 });
    await expectExactCounters();
  });

  test("P16: what either refused stays refused", async () => {
    const { here, owner, intoId, fromId, merge } = await twoRecords();
    const refusal = { channel: "email", purpose: "promotions", granted: false } as const;
    await recordConsent(here.as({ memberId: fromId }), fromId, refusal);
    await recordConsent(owner, intoId, { ...refusal, granted: true, source: "staff" });
    await merge();
    expect(await listRefusals(owner, intoId)).toEqual([{ channel: "email", purpose: "promotions" }]);
  });

  test("and undone, each has what was theirs", async () => {
    const { here, owner, intoId, fromId, shared, merge } = await twoRecords();
    const asFrom = { ...here.as({ memberId: fromId }), now: new Date() };
    await postMessage(asFrom, { groupId: shared, body: "Bom dia" });
    const { id: feedbackId } = await sendFeedback(asFrom, {
      kind: "question",
      title: "Que horas?",
      communityId: null,
    });
    for (const memberId of [intoId, fromId]) await voteForFeedback(owner, { feedbackId, memberId });
    const state = async () => ({
      seats: [await seatsOf(here, intoId), await seatsOf(here, fromId)],
      people: await owner.db.member.findMany({
        where: { id: { in: [intoId, fromId] } },
        select: { id: true, name: true, tags: true, fields: true },
        orderBy: { id: "asc" },
      }),
      identifiers: await owner.db.identifier.findMany({
        select: { memberId: true, value: true },
        orderBy: { value: "asc" },
      }),
      messages: await owner.db.message.findMany({ select: { authorId: true } }),
      votes: await owner.db.feedback.findMany({ select: { memberId: true, votes: true } }),
    });
    const before = await state();
    const { id } = await merge();
    expect((await listMerges(owner, intoId))[0]).toMatchObject({ id, mergedName: "Ana S.", undoneAt: null });
    await undoMerge(owner, id);
    expect(await state()).toEqual(before);
    expect(await owner.db.memberMerge.findFirst({ where: { id } })).toMatchObject({ kept: null });
    await expectExactCounters();
    await expect(undoMerge(owner, id)).rejects.toMatchObject({ code: "illegal_transition" });
  });

  test("what was changed or left since stays so", async () => {
    const { here, owner, intoId, fromId, theirs, only, shared, house, merge } = await twoRecords();
    const { id } = await merge();
    await updateMember(owner, intoId, { name: "Ana Souza Lima", tags: ["vip", "domingo", "nova"] });
    await leaveCommunity(owner, { communityId: theirs, memberId: intoId });
    await undoMerge(owner, id);
    expect(await seatsOf(here, fromId)).toEqual({ [house]: "member", [shared]: "admin" });
    expect(await owner.db.groupMember.count({ where: { groupId: only } })).toBe(1);
    const member = await owner.db.member.findFirst({
      where: { id: intoId },
      select: { name: true, tags: true },
    });
    expect(member).toEqual({ name: "Ana Souza Lima", tags: ["vip", "nova"] });
    await expectExactCounters();
  });
});

describe("a merge is refused, and nothing is half done", () => {
  test("L13: undone when the freed seat has gone to somebody else", async () => {
    const { here, owner, intoId, fromId, shared, merge } = await twoRecords();
    await limitTo(here, { groupMembers: 3 });
    const { id } = await merge();
    await addGroupMembers(owner, { groupId: shared, memberIds: await someMembers(here.tenantId, 1) });
    await expect(undoMerge(owner, id)).rejects.toMatchObject({ code: "group_full" });
    expect(await owner.db.member.count({ where: { id: fromId } })).toBe(0);
    expect(await owner.db.identifier.count({ where: { memberId: intoId } })).toBe(2);
    await limitTo(here, {});
    await undoMerge(owner, id);
    await expectExactCounters();
  });

  test("L3: undone when the community has filled up", async () => {
    const { here, owner, house, merge } = await twoRecords();
    await limitTo(here, { communityMembers: 3 });
    const { id } = await merge();
    const memberIds = await someMembers(here.tenantId, 1);
    await addCommunityMembers(owner, { communityId: house, memberIds });
    await expect(undoMerge(owner, id)).rejects.toMatchObject({ code: "community_full" });
    await expectExactCounters();
  });

  test("where together they would have too many identifiers, where one is banned, and with oneself", async () => {
    const { owner, intoId, fromId, merge } = await twoRecords();
    await expect(mergeMembers(owner, { intoId, fromId: intoId })).rejects.toMatchObject({
      issues: [{ path: "memberId", code: "same_person" }],
    });
    const identifiers = Array.from({ length: 20 }, (_, n) => ({
      kind: "username" as const,
      value: `ana${n}`,
    }));
    await updateMember(owner, intoId, { identifiers });
    await expect(merge()).rejects.toMatchObject({
      issues: [{ path: "memberId", code: "too_many_identifiers", params: { maximum: 20 } }],
    });
    await updateMember(owner, intoId, { identifiers: [] });
    await banMember(owner, { memberId: fromId });
    await expect(merge()).rejects.toMatchObject({ issues: [{ path: "memberId", code: "one_is_banned" }] });
    expect(await owner.db.member.count({ where: { id: fromId } })).toBe(1);
  });

  test("R1: by marketers and members; T3: with people of another tenant, who are as nobody", async () => {
    const { here, there } = await aWorld();
    const [intoId = "", fromId = ""] = await someMembers(here.tenantId, 2);
    const [stranger = ""] = await someMembers(there.tenantId, 1);
    for (const ctx of [here.as("marketer"), here.as({ memberId: intoId })])
      await expect(mergeMembers(ctx, { intoId, fromId })).rejects.toMatchObject({ code: "not_allowed" });
    const owner = here.as("owner");
    await expect(mergeMembers(owner, { intoId, fromId: stranger })).rejects.toMatchObject({
      issues: [{ code: "unknown_id" }],
    });
    await expect(mergeMembers(owner, { intoId: stranger, fromId })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

test("P16: what was kept of a merge goes when it can no longer be undone, no day earlier and in no other tenant", async () => {
  const [ours, theirs] = [await twoRecords(), await twoRecords()];
  const [{ id }, { id: other }] = [await ours.merge(), await theirs.merge()];
  const keptOf = async ({ owner }: typeof ours, mergeId: string) =>
    (await owner.db.memberMerge.findFirst({ where: { id: mergeId }, select: { kept: true } }))?.kept;
  const day = (n: number) => ({ ...ours.owner, now: daysAfter(ours.owner.now, n) });
  expect(await systemForgetKept(day(29))).toBe(0);
  expect(await keptOf(ours, id)).toMatchObject({ row: { name: "Ana S." } });
  expect(await systemForgetKept(day(30))).toBe(1);
  expect(await keptOf(ours, id)).toBeNull();
  expect(await keptOf(theirs, other)).not.toBeNull();
  expect(await systemForgetKept(day(31))).toBe(0);
  await expect(undoMerge(day(29), id)).rejects.toMatchObject({ code: "illegal_transition" });
  expect(await listMerges(day(31), ours.intoId)).toMatchObject([
    { id, mergedName: "Ana S.", undoUntil: null },
  ]);
});

test("L9: of merges and joins at once none waits in a circle, and the counters hold", async () => {
  const { here, owner, shared, only, merge } = await twoRecords();
  const memberIds = await someMembers(here.tenantId, 40);
  const joins = memberIds.map((id, n) =>
    addGroupMembers(owner, { groupId: n % 2 ? shared : only, memberIds: [id] }),
  );
  await Promise.all([merge(), ...joins]);
  await expectExactCounters();
}, 30_000);
