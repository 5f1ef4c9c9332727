import { describe, expect, test } from "vitest";
import { changeAnnouncement } from "@/lib/announcements/commands/change-announcement";
import { correctAnnouncement } from "@/lib/announcements/commands/correct-announcement";
import { remindUnread } from "@/lib/announcements/commands/remind-unread";
import { getLiveAnnouncement } from "@/lib/announcements/queries/get-live-announcement";
import { getFeedItem } from "@/lib/announcements/queries/list-feed";
import { rehearseAnnouncement } from "@/lib/announcements/queries/rehearse-announcement";
import { recordConsent } from "@/lib/consent/commands/record-consent";
import { markRead } from "@/lib/delivery/commands/mark-read";
import { systemPlanTasks } from "@/lib/relay/commands/plan-tasks";
import { postTask, unpostTask } from "@/lib/relay/commands/post-task";
import { getRelayCoverage } from "@/lib/relay/queries/get-coverage";
import { aRelayHouse, begin, drain, inMinutes, taskOf } from "../../support/relay-house";

describe("A21: what is posted by hand", () => {
  test("is one task a group with people of the audience, given to its admin, in words for all of them", async () => {
    const house = await aRelayHouse();
    const { ctx, north, south, ana, bia } = house;
    const id = await begin(house);
    const coverage = await getRelayCoverage(ctx, id);
    expect(coverage).toMatchObject({ groups: 2, posted: 0, late: 0, people: 5, reached: 0 });
    const task = await taskOf(house, id, north);
    expect(task).toMatchObject({ people: 3, state: "open", assignee: { memberId: ana } });
    expect(task.words).toMatch(
      new RegExp(
        `^Oi, \\*gente\\*! Feira na Vila\\n\\n.+: http.+/m/[\\w-]+/announcements/${task.occurrenceId}$`,
        "u",
      ),
    );
    expect((await taskOf(house, id, south)).assignee).toMatchObject({ memberId: bia });
    expect(task.dueAt.getTime() - task.opensAt.getTime()).toBe(4 * 3_600_000);
    expect(task.closesAt.getTime() - task.opensAt.getTime()).toBe(24 * 3_600_000);
  });

  test("A8: planned twice it is there once", async () => {
    const house = await aRelayHouse();
    const id = await begin(house);
    const { occurrenceId, opensAt } = await taskOf(house, id, house.north);
    const again = {
      occurrenceId,
      announcementId: id,
      communityIds: [house.communityId],
      groupIds: [],
      opensAt,
    };
    const words = [{ communityId: house.communityId, words: "outra vez" }];
    await systemPlanTasks(house.ctx, { ...again, words, before: null });
    expect(await house.ctx.db.relayTask.count()).toBe(2);
    expect((await taskOf(house, id, house.north)).words).not.toBe("outra vez");
  });

  test("goes to nobody's group but the chosen ones, and to no archived one", async () => {
    const house = await aRelayHouse();
    const chosen = await begin(house, { audience: { kind: "groups", groupIds: [house.south] } });
    expect((await getRelayCoverage(house.ctx, chosen))?.tasks.map(({ groupId }) => groupId)).toEqual([
      house.south,
    ]);
    await house.ctx.db.group.updateMany({ where: { id: house.south }, data: { archivedAt: new Date() } });
    const all = await begin(house);
    expect((await getRelayCoverage(house.ctx, all))?.tasks.map(({ groupId }) => groupId)).toEqual([
      house.north,
    ]);
  });

  test("A17: the rehearsal says where, and that nobody knows how long it takes", async () => {
    const house = await aRelayHouse();
    const rehearsal = await rehearseAnnouncement(house.ctx, await begin(house));
    expect(rehearsal.perChannel).toEqual({ in_app: 2, relay: 5 });
    expect(rehearsal.byHand).toEqual({ groups: 2, hours: 24 });
    expect(rehearsal.people + rehearsal.buckets.reduce((sum, { count }) => sum + count, 0)).toBe(
      rehearsal.considered,
    );
  });
});

test("A15: who has it already can be reminded while others wait for somebody to post it", async () => {
  const house = await aRelayHouse();
  const id = await begin(house);
  await expect(remindUnread(house.ctx, id)).rejects.toMatchObject({ code: "illegal_transition" });
  await drain(house, id);
  expect(await getLiveAnnouncement(house.ctx, id)).toMatchObject({ status: "sending", isOnlyByHand: true });
  const reminder = await remindUnread(house.ctx, id);
  expect(await rehearseAnnouncement(house.ctx, reminder.id)).toMatchObject({ considered: 2 });
});

describe("A8: a delivery by hand", () => {
  test("waits for the tick, and a minute more: then everybody of the group got it, once, also who sits in two", async () => {
    const house = await aRelayHouse();
    const { ctx, north, south, caio, davi, edu, fabi } = house;
    const id = await begin(house);
    const before = await drain(house, id);
    expect(before.occurrence).toMatchObject({ status: "sending", counts: { queued: 5, sent: 2 } });
    expect(before.of(caio)).toMatchObject({ channel: "relay", status: "queued" });
    expect(before.of(fabi)).toMatchObject({ channel: "in_app", status: "sent" });
    await postTask(ctx, (await taskOf(house, id, north)).id);
    expect((await drain(house, id)).of(caio)).toMatchObject({ status: "queued" });
    const counted = await drain(house, id, 2);
    expect(counted.occurrence.counts).toMatchObject({ queued: 2, sent: 5 });
    expect(counted.of(caio)).toMatchObject({ channel: "relay", status: "sent" });
    expect(counted.of(edu)).toMatchObject({ status: "sent", attempts: 1 });
    expect(counted.of(davi)).toMatchObject({ status: "queued" });
    await postTask(inMinutes(ctx, 2), (await taskOf(house, id, south)).id);
    const done = await drain(house, id, 4);
    expect(done.occurrence).toMatchObject({ status: "sent", counts: { queued: 0, sent: 7, skipped: 0 } });
    expect(done.rows).toHaveLength(7);
    expect(done.of(edu)).toMatchObject({ status: "sent", attempts: 1 });
  });

  test("a tick can be taken back until its people count, and not after", async () => {
    const house = await aRelayHouse();
    const { ctx, north, caio } = house;
    const id = await begin(house);
    const task = await taskOf(house, id, north);
    await postTask(ctx, task.id);
    await postTask(ctx, task.id);
    expect((await taskOf(house, id, north)).undoUntil).toEqual(new Date(ctx.now.getTime() + 60_000));
    await unpostTask(ctx, task.id);
    expect((await drain(house, id, 2)).of(caio)).toMatchObject({ status: "queued" });
    await postTask(inMinutes(ctx, 2), task.id);
    await drain(house, id, 4);
    await expect(unpostTask(inMinutes(ctx, 4), task.id)).rejects.toMatchObject({ code: "tick_stands" });
    expect((await drain(house, id, 5)).of(caio)).toMatchObject({ status: "sent" });
  });

  test("nobody posted in time: the portal has it, and it is on the record why", async () => {
    const house = await aRelayHouse();
    const { ctx, north, davi, caio } = house;
    const id = await begin(house);
    await postTask(ctx, (await taskOf(house, id, north)).id);
    await drain(house, id, 2);
    const { occurrence, of } = await drain(house, id, 24 * 60 + 1);
    expect(occurrence).toMatchObject({ status: "sent", counts: { queued: 0, sent: 7 } });
    expect(of(caio)).toMatchObject({ channel: "relay", status: "sent" });
    expect(of(davi)).toMatchObject({ channel: "in_app", status: "sent" });
    expect(await taskOf(house, id, house.south)).toMatchObject({ state: "closed" });
    const late = postTask(inMinutes(ctx, 24 * 60 + 2), (await taskOf(house, id, house.south)).id);
    await expect(late).rejects.toMatchObject({ code: "illegal_transition" });
  });

  test("by hand alone: who was not posted to is left out, with the reason", async () => {
    const house = await aRelayHouse();
    const id = await begin(house, { channels: ["relay"] });
    expect((await drain(house, id)).rows).toHaveLength(5);
    const { occurrence, of } = await drain(house, id, 24 * 60 + 1);
    expect(occurrence).toMatchObject({ status: "sent", counts: { skipped: 5, queued: 0 } });
    expect(of(house.davi)).toMatchObject({ status: "skipped", reason: "not_posted" });
  });

  test("X5: who left or was suspended before the posting counts is left out; who said no to it has it in the portal", async () => {
    const house = await aRelayHouse();
    const { ctx, north, caio, ana, edu, davi } = house;
    const id = await begin(house);
    await ctx.db.groupMember.deleteMany({ where: { memberId: caio } });
    await ctx.db.communityMember.deleteMany({ where: { memberId: caio } });
    await ctx.db.member.updateMany({ where: { id: edu }, data: { suspendedAt: new Date() } });
    await recordConsent(ctx, ana, {
      channel: "relay",
      purpose: "announcements",
      granted: false,
      wordingVersion: "test",
    });
    await postTask(ctx, (await taskOf(house, id, north)).id);
    const { of } = await drain(house, id, 2);
    expect(of(caio)).toMatchObject({ status: "skipped", reason: "membership_ended" });
    expect(of(edu)).toMatchObject({ status: "skipped", reason: "suspended" });
    expect(of(ana)).toMatchObject({ channel: "in_app", status: "sent" });
    expect(of(davi)).toMatchObject({ status: "queued" });
  });

  test("what was read in the portal first stays read", async () => {
    const house = await aRelayHouse();
    const { ctx, north, caio } = house;
    const id = await begin(house);
    const { occurrence } = await drain(house, id);
    const member = house.tenant.as({ memberId: caio });
    expect((await getFeedItem(member, occurrence.id)).body).toContain("Feira");
    await markRead(member, [occurrence.id]);
    await postTask(ctx, (await taskOf(house, id, north)).id);
    expect((await drain(house, id, 2)).of(caio)).toMatchObject({ status: "read" });
  });

  test("H6: an archived group is waited for no longer", async () => {
    const house = await aRelayHouse();
    const id = await begin(house);
    await house.ctx.db.group.updateMany({ where: { id: house.south }, data: { archivedAt: new Date() } });
    const { of } = await drain(house, id, 1);
    expect(of(house.davi)).toMatchObject({ channel: "in_app", status: "sent" });
    expect(of(house.edu)).toMatchObject({ channel: "relay", status: "queued" });
  });

  test("a deleted group leaves nobody waiting", async () => {
    const house = await aRelayHouse();
    const id = await begin(house, { audience: { kind: "groups", groupIds: [house.south] } });
    await house.ctx.db.groupMember.deleteMany({ where: { groupId: house.south } });
    await house.ctx.db.group.deleteMany({ where: { id: house.south } });
    const { occurrence } = await drain(house, id, 1);
    expect(occurrence).toMatchObject({ status: "sent", counts: { queued: 0, skipped: 3 } });
  });
});

describe("A11, A14: what happens to the announcement", () => {
  test("paused it is held, cancelled it is over", async () => {
    const house = await aRelayHouse();
    const id = await begin(house);
    await changeAnnouncement(house.ctx, id, { transition: "pause" });
    const held = await taskOf(house, id, house.north);
    expect(held.state).toBe("held");
    await expect(postTask(house.ctx, held.id)).rejects.toMatchObject({ code: "illegal_transition" });
    await changeAnnouncement(house.ctx, id, { transition: "cancel" });
    expect((await taskOf(house, id, house.north)).state).toBe("closed");
    expect((await drain(house, id)).of(house.caio)).toMatchObject({ status: "skipped", reason: "cancelled" });
  });

  test("corrected, who has not posted gets the new words, who has is told", async () => {
    const house = await aRelayHouse();
    const { ctx, north, south } = house;
    const id = await begin(house);
    await postTask(ctx, (await taskOf(house, id, north)).id);
    await correctAnnouncement(inMinutes(ctx, 1), id, { body: "A feira é domingo" });
    expect((await taskOf(house, id, south)).words).toMatch(/^A feira é domingo\n/u);
    expect(await taskOf(house, id, north)).toMatchObject({ isOutdated: true });
    expect(await taskOf(house, id, south)).toMatchObject({ isOutdated: false });
  });

  test("taken back, what was posted is to be deleted by hand", async () => {
    const house = await aRelayHouse();
    const { ctx, north, south } = house;
    const id = await begin(house);
    for (const groupId of [north, south]) await postTask(ctx, (await taskOf(house, id, groupId)).id);
    await drain(house, id, 2);
    await changeAnnouncement(ctx, id, { transition: "retract" });
    expect((await taskOf(house, id, north)).state).toBe("withdrawn");
  });
});
