import { describe, expect, test } from "vitest";
import { banMember } from "@/lib/bans/commands/ban-member";
import { leaveCommunity } from "@/lib/communities/commands/leave-community";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { admitWaiting } from "@/lib/groups/commands/admit-waiting";
import { setGroupArchived } from "@/lib/groups/commands/archive-group";
import { deleteGroup } from "@/lib/groups/commands/delete-group";
import { leaveGroup } from "@/lib/groups/commands/leave-group";
import { stopWaiting } from "@/lib/groups/commands/wait-for-room";
import { listOwnPlaces, listWaiting } from "@/lib/groups/queries/list-waiting";
import { createInvite } from "@/lib/invites/commands/create-invite";
import { unsafeJoinByInvite } from "@/lib/invites/commands/join-by-invite";
import { inviteContext } from "@/lib/invites/queries/find-invitation";
import { systemContext } from "@/lib/platform/context";
import { asOwner } from "../../support/as-owner";
import { expectExactCounters } from "../../support/membership-counts";
import { aCommunity, aGroup, limitTo, someMembers } from "../../support/village";
import { aTenant } from "../../support/world";

/** A house whose only room, of three places, is full: the creator and two more; overflow is on and nothing can be opened. */
async function aFullHouse() {
  const here = await aTenant();
  const owner = here.as("owner");
  await limitTo(here, { groupMembers: 3, communityGroups: 1 });
  const communityId = await aCommunity(here);
  const groupId = await aGroup(here, communityId, { overflow: true });
  const inside = await someMembers(here.tenantId, 2);
  await addGroupMembers(owner, { groupId, memberIds: inside });
  const { id: inviteId, token } = await createInvite(owner, { communityId, groupId });
  const visitor = inviteContext(token, { now: owner.now, locale: "pt-BR", ip: null }) ?? owner;
  const join = (memberId: string) => unsafeJoinByInvite(visitor, { token, memberId });
  const queued = async () =>
    (await owner.db.waitingEntry.findMany({ orderBy: { place: "asc" } })).map((row) => row.memberId);
  const seated = async () =>
    new Set((await owner.db.groupMember.findMany({ where: { groupId } })).map(({ memberId }) => memberId));
  const work = () => admitWaiting(systemContext(here.tenantId, "admit_waiting"), communityId);
  return { here, owner, communityId, groupId, inside, inviteId, token, join, queued, seated, work };
}

describe("L10: where nothing is left people wait", () => {
  test("they are told their place, keep it, and use the link once", async () => {
    const { here, owner, groupId, communityId, inviteId, join, queued } = await aFullHouse();
    const [first = "", second = ""] = await someMembers(here.tenantId, 2);
    expect(await join(first)).toEqual({ status: "waiting", communityId, groupId, position: 1 });
    expect(await join(second)).toMatchObject({ status: "waiting", position: 2 });
    expect(await join(first)).toMatchObject({ status: "waiting", position: 1 });
    expect(await queued()).toEqual([first, second]);
    expect(await owner.db.invite.findFirst({ where: { id: inviteId } })).toMatchObject({ useCount: 2 });
    expect(await listOwnPlaces(here.as({ memberId: second }))).toMatchObject([{ groupId, position: 2 }]);
    const { data } = await listWaiting(owner, groupId, { limit: 10 });
    expect(data.map(({ memberId }) => memberId)).toEqual([first, second]);
  });

  test("a place that becomes free goes to the first of them, exactly once, whoever lets them in", async () => {
    const { here, inside, owner, groupId, communityId, inviteId, join, queued, seated, work } =
      await aFullHouse();
    const waiting = await someMembers(here.tenantId, 3);
    for (const memberId of waiting) await join(memberId);
    const [one = ""] = inside;
    await leaveGroup(here.as({ memberId: one }), { groupId, memberId: one });
    await Promise.all([work(), work(), work()]);
    expect(await queued()).toEqual(waiting.slice(1));
    expect((await seated()).has(waiting[0] ?? "")).toBe(true);
    const membership = await owner.db.communityMember.findFirst({
      where: { communityId, memberId: waiting[0] ?? "" },
    });
    expect(membership).toMatchObject({ inviteId, invitedBy: here.ownerMemberId });
    const told = await asOwner(
      process.env.DATABASE_URL ?? "",
      "SELECT count(*)::int AS jobs FROM graphile_worker.jobs WHERE task_identifier = 'tell_come_in'",
    );
    expect(told).toEqual([{ jobs: 1 }]);
    await expectExactCounters();
  });

  test("nobody goes before them: who joins while a place is free comes after who waits", async () => {
    const { here, inside, groupId, join, queued, seated } = await aFullHouse();
    const [waiter = "", late = ""] = await someMembers(here.tenantId, 2);
    await join(waiter);
    const [one = ""] = inside;
    await leaveGroup(here.as({ memberId: one }), { groupId, memberId: one });
    expect(await join(late)).toMatchObject({ status: "waiting", position: 1 });
    expect(await queued()).toEqual([late]);
    expect((await seated()).has(waiter)).toBe(true);
    await expectExactCounters();
  });

  test.each([
    [
      "a raised limit",
      async ({ here }: Awaited<ReturnType<typeof aFullHouse>>) =>
        limitTo(here, { groupMembers: 5, communityGroups: 1 }),
    ],
    [
      "a sibling that may be opened",
      async ({ here }) => limitTo(here, { groupMembers: 3, communityGroups: 2 }),
    ],
  ] as [string, (house: Awaited<ReturnType<typeof aFullHouse>>) => Promise<void>][])(
    "%s lets them in",
    async (_, makeRoom) => {
      const house = await aFullHouse();
      const waiting = await someMembers(house.here.tenantId, 2);
      for (const memberId of waiting) await house.join(memberId);
      await makeRoom(house);
      await house.work();
      expect(await house.queued()).toEqual([]);
      await expectExactCounters();
    },
  );

  test("leaving the house frees a seat too; a full house keeps who is not in it waiting", async () => {
    const { here, owner, inside, communityId, groupId, join, queued, work } = await aFullHouse();
    await limitTo(here, { groupMembers: 3, communityGroups: 1, communityMembers: 3 });
    const [stranger = ""] = await someMembers(here.tenantId, 1);
    await join(stranger);
    const [one = "", two = ""] = inside;
    await leaveGroup(here.as({ memberId: one }), { groupId, memberId: one });
    await work();
    expect(await queued()).toEqual([stranger]);
    await leaveCommunity(here.as({ memberId: two }), { communityId, memberId: two });
    const jobs = await asOwner<{ key: string }>(
      process.env.DATABASE_URL ?? "",
      "SELECT key FROM graphile_worker.jobs WHERE key IS NOT NULL",
    );
    expect(jobs.map(({ key }) => key)).toContain(`${here.tenantId}:admit_waiting:${communityId}`);
    await work();
    expect(await queued()).toEqual([]);
    expect(await owner.db.communityMember.count({ where: { communityId } })).toBe(3);
    await expectExactCounters();
  });

  test("C4: a banned one leaves the queue, and gives their turn to the next", async () => {
    const { here, owner, inside, communityId, groupId, join, queued, seated, work } = await aFullHouse();
    const [bad = "", good = ""] = await someMembers(here.tenantId, 2);
    await join(bad);
    await join(good);
    await banMember(owner, { memberId: bad, communityId });
    expect(await queued()).toEqual([good]);
    const [one = ""] = inside;
    await leaveGroup(here.as({ memberId: one }), { groupId, memberId: one });
    await work();
    expect((await seated()).has(good)).toBe(true);
  });

  test("an archived room lets nobody in; who gives up, and who leaves the house, waits no more", async () => {
    const { here, owner, communityId, groupId, join, queued, work } = await aFullHouse();
    const [first = "", second = ""] = await someMembers(here.tenantId, 2);
    await join(first);
    await join(second);
    await setGroupArchived(owner, { groupId, archived: true });
    await limitTo(here, { groupMembers: 9, communityGroups: 1 });
    await work();
    expect(await queued()).toEqual([first, second]);
    await stopWaiting(here.as({ memberId: first }), groupId);
    await expect(stopWaiting(here.as({ memberId: first }), groupId)).rejects.toMatchObject({
      code: "not_found",
    });
    await setGroupArchived(owner, { groupId, archived: false });
    await work();
    expect(await queued()).toEqual([]);
    expect(await owner.db.communityMember.count({ where: { communityId, memberId: second } })).toBe(1);
  });

  test("the queue of a room that is deleted goes on for its sibling", async () => {
    const { here, owner, communityId, groupId, join, queued } = await aFullHouse();
    await limitTo(here, { groupMembers: 3, communityGroups: 2 });
    const more = await someMembers(here.tenantId, 3);
    for (const memberId of more) await join(memberId);
    expect(await queued()).toEqual([more[2]]);
    await deleteGroup(owner, { groupId });
    const sibling = await owner.db.group.findFirst({ where: { communityId } });
    const entries = await owner.db.waitingEntry.findMany({ select: { memberId: true, groupId: true } });
    expect(entries).toEqual([{ memberId: more[2], groupId: sibling?.id }]);
  });
});

test("L9, L10: of 200 who join at once as many sit as there are places, all others wait, each once", async () => {
  const { here, owner, groupId, join, queued } = await aFullHouse();
  await limitTo(here, { groupMembers: 40, communityGroups: 3 });
  const memberIds = await someMembers(here.tenantId, 200);
  const outcomes = await Promise.all(memberIds.map(join));
  const joined = outcomes.filter(({ status }) => status === "joined").length;
  expect(joined).toBe(40 * 3 - 2 - 3);
  const places = outcomes
    .flatMap((one) => (one.status === "waiting" ? one.position : []))
    .sort((a, b) => a - b);
  expect(places).toEqual(Array.from({ length: 200 - joined }, (_, index) => index + 1));
  expect((await queued()).length).toBe(200 - joined);
  expect(await owner.db.group.count({ where: { OR: [{ id: groupId }, { overflowOf: groupId }] } })).toBe(3);
  await expectExactCounters();
}, 60_000);
