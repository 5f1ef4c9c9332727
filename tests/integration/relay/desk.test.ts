import { describe, expect, test } from "vitest";
import { pauseOccurrence } from "@/lib/delivery/commands/stop-occurrence";
import { assignTask } from "@/lib/relay/commands/assign-task";
import { postTask } from "@/lib/relay/commands/post-task";
import { remindPoster } from "@/lib/relay/commands/remind-poster";
import { getTask } from "@/lib/relay/queries/find-task";
import { getRelayCoverage } from "@/lib/relay/queries/get-coverage";
import { listPosters } from "@/lib/relay/queries/list-posters";
import { countOwnTasks, listTasks } from "@/lib/relay/queries/list-tasks";
import { queuedMails } from "../../support/mail-queue";
import { aRelayHouse, begin, drain, inMinutes, type RelayHouse, taskOf } from "../../support/relay-house";

const all = { state: "todo", whose: "all", limit: 50 } as const;

/** As somebody of the house, at its time. */
const seenBy = ({ tenant, ctx }: RelayHouse, memberId: string) => ({
  ...tenant.as({ memberId }),
  now: ctx.now,
});

async function giveAddress({ ctx }: RelayHouse, memberId: string): Promise<void> {
  await ctx.db.$executeRaw`
    INSERT INTO identifiers (id, member_id, kind, value, canonical)
    VALUES (new_id(), ${memberId}::uuid, 'email', ${`${memberId}@casa.example`}, ${`${memberId}@casa.example`})`;
}

const mailsTo = async ({ ctx }: RelayHouse, memberId: string) =>
  (await queuedMails(ctx.tenantId)).filter(({ to }) => to === `${memberId}@casa.example`).length;

describe("R3, R4: who may post", () => {
  test("a group admin sees and ticks what is for their group, a community admin all of it, a plain member nothing", async () => {
    const house = await aRelayHouse();
    const { north, south, ana, mayor, caio } = house;
    const id = await begin(house);
    const [inNorth, inSouth] = [await taskOf(house, id, north), await taskOf(house, id, south)];
    const groupsOf = async (memberId: string) =>
      (await listTasks(seenBy(house, memberId), all)).data.map(({ groupId }) => groupId);
    expect(await groupsOf(ana)).toEqual([north]);
    expect((await groupsOf(mayor)).sort()).toEqual([north, south].sort());
    expect(await groupsOf(caio)).toEqual([]);
    await expect(postTask(seenBy(house, caio), inNorth.id)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(postTask(seenBy(house, ana), inSouth.id)).rejects.toMatchObject({ code: "not_allowed" });
    await postTask(seenBy(house, ana), inNorth.id);
    await postTask(seenBy(house, mayor), inSouth.id);
    expect(await getRelayCoverage(house.ctx, id)).toMatchObject({ groups: 2, posted: 2 });
    expect(await groupsOf(ana)).toEqual([]);
  });

  test("a marketer posts where granted, an agent and finance nowhere", async () => {
    const house = await aRelayHouse();
    const { tenant, communityId } = house;
    const { id } = await taskOf(house, await begin(house), house.north);
    expect((await getTask(tenant.as("marketer", [communityId]), id)).id).toBe(id);
    await expect(getTask(tenant.as("marketer"), id)).rejects.toMatchObject({ code: "not_granted" });
    for (const role of ["agent", "finance"] as const)
      await expect(getTask(tenant.as(role), id)).rejects.toMatchObject({ code: /not_(allowed|granted)/u });
  });
});

describe("R7: whoever loses the role loses the task", () => {
  test.each([
    ["is a plain member", { role: "member" }],
    ["is gone", null],
  ] as const)("an admin who %s: the community's has it", async (_, change) => {
    const house = await aRelayHouse();
    const { ctx, north, ana, mayor } = house;
    const id = await begin(house);
    const where = { memberId: ana, groupId: north };
    if (change) await ctx.db.groupMember.updateMany({ where, data: change });
    else await ctx.db.groupMember.deleteMany({ where });
    expect((await taskOf(house, id, north)).assignee).toMatchObject({ memberId: mayor });
    const { id: taskId } = await taskOf(house, id, north);
    await expect(postTask(seenBy(house, ana), taskId)).rejects.toMatchObject({
      code: /not_(allowed|found)/u,
    });
  });

  test("a suspended admin: another of the group has it, and with none it is whoever's may", async () => {
    const house = await aRelayHouse();
    const { ctx, north, ana, caio, mayor } = house;
    await ctx.db.groupMember.updateMany({
      where: { memberId: caio, groupId: north },
      data: { role: "admin" },
    });
    const id = await begin(house);
    const first = (await taskOf(house, id, north)).assignee?.memberId ?? "";
    expect([ana, caio]).toContain(first);
    await ctx.db.member.updateMany({ where: { id: first }, data: { suspendedAt: new Date() } });
    expect((await taskOf(house, id, north)).assignee?.memberId).toBe(first === ana ? caio : ana);
    await ctx.db.member.updateMany({ where: { id: { in: [ana, caio] } }, data: { suspendedAt: new Date() } });
    expect((await taskOf(house, id, north)).assignee?.memberId).toBe(mayor);
    await ctx.db.communityMember.updateMany({ where: { memberId: mayor }, data: { role: "member" } });
    expect((await taskOf(house, id, north)).assignee).toBeNull();
  });

  test("P16: an erased admin leaves the task to another, and what they posted stays posted", async () => {
    const house = await aRelayHouse();
    const { ctx, north, south, bia, mayor } = house;
    const id = await begin(house);
    await postTask(seenBy(house, mayor), (await taskOf(house, id, north)).id);
    await ctx.db.groupMember.deleteMany({ where: { memberId: bia } });
    await ctx.db.communityMember.deleteMany({ where: { memberId: bia } });
    await ctx.db.member.deleteMany({ where: { id: bia } });
    expect((await taskOf(house, id, south)).assignee).toMatchObject({ memberId: mayor });
    expect((await taskOf(house, id, north)).state).toBe("posted");
  });
});

describe("passing on and reminding", () => {
  test("it can be given to admins of the group and its community, and to nobody else", async () => {
    const house = await aRelayHouse();
    const { ctx, north, ana, bia, mayor } = house;
    const id = await begin(house);
    const task = await taskOf(house, id, north);
    expect((await listPosters(ctx, task.id)).map(({ memberId }) => memberId)).toEqual([ana, mayor]);
    await expect(assignTask(seenBy(house, ana), task.id, bia)).rejects.toMatchObject({
      code: "invalid_input",
      issues: [{ path: "memberId", code: "not_admin_there" }],
    });
    await assignTask(seenBy(house, ana), task.id, mayor);
    expect(await countOwnTasks(seenBy(house, mayor))).toBe(1);
    expect(await countOwnTasks(seenBy(house, ana))).toBe(0);
  });

  test("whoever has it is told once, again when it is late, and reminded once a day", async () => {
    const house = await aRelayHouse();
    const { ctx, north, ana } = house;
    await giveAddress(house, ana);
    const id = await begin(house);
    await drain(house, id);
    await drain(house, id, 1);
    expect(await mailsTo(house, ana)).toBe(1);
    const task = await taskOf(house, id, north);
    await remindPoster(ctx, task.id);
    await expect(remindPoster(ctx, task.id)).rejects.toMatchObject({ code: "reminded_today" });
    expect(await mailsTo(house, ana)).toBe(2);
    await drain(house, id, 4 * 60 + 1);
    await drain(house, id, 4 * 60 + 2);
    expect(await mailsTo(house, ana)).toBe(3);
    expect(await taskOf(house, id, north, 4 * 60 + 2)).toMatchObject({ state: "late" });
    expect(await getRelayCoverage(inMinutes(ctx, 4 * 60 + 2), id)).toMatchObject({ late: 2 });
  });

  test("somebody whom no mail reaches is said to be so, and can be reminded later", async () => {
    const house = await aRelayHouse();
    const { id } = await taskOf(house, await begin(house), house.north);
    await expect(remindPoster(house.ctx, id)).rejects.toMatchObject({ code: "admin_unreachable" });
    await giveAddress(house, house.ana);
    await remindPoster(house.ctx, id);
    expect((await getTask(house.ctx, id)).remindedAt).not.toBeNull();
  });

  test("nobody is reminded of what is held", async () => {
    const house = await aRelayHouse();
    const announcementId = await begin(house);
    const { id } = await taskOf(house, announcementId, house.north);
    await pauseOccurrence(house.ctx, announcementId);
    await expect(remindPoster(house.ctx, id)).rejects.toMatchObject({ code: "illegal_transition" });
  });
});
