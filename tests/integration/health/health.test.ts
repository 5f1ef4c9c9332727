import { beforeAll, describe, expect, test } from "vitest";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { leaveCommunity } from "@/lib/communities/commands/leave-community";
import { getHealth } from "@/lib/health/queries/get-health";
import { listHealthRows } from "@/lib/health/queries/list-health-rows";
import type { RowsKind } from "@/lib/health/rules";
import type { Health } from "@/lib/health/types";
import type { TenantContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import { aCommunity, people } from "../../support/village-rooms";
import { aMember, aWorld, type Neighbour } from "../../support/world";

const HOUR_MS = 3_600_000;
const NOW = new Date("2026-11-25T15:00:00Z");

let here: Neighbour;
let there: Neighbour;
let owner: TenantContext;
let communityId: string;
let groups: string[];
let old: string[];
let fresh: string[];
let health: Health;

const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * HOUR_MS);
type Said = { by: string; hours: number; in?: number; to?: string };

async function say({ by, hours, in: room = 0, to }: Said): Promise<string> {
  const id = newId();
  const data = { id, groupId: groups[room] ?? "", authorId: by, body: "oi", replyTo: to ?? null };
  await owner.db.message.create({ data: { ...data, createdAt: hoursAgo(hours) } });
  return id;
}

beforeAll(async () => {
  ({ here, there } = await aWorld());
  owner = { ...here.as("owner"), now: NOW };
  await settle();
  await oldOnesTalk();
  await newcomersTalk();
  await notCounted();
  // Six leave who were here; one of them had written.
  for (const memberId of [...old.slice(15), old[7] ?? ""])
    await leaveCommunity({ ...owner, now: hoursAgo(24 * 2) }, { communityId, memberId });
  health = await getHealth(owner, { communityId, days: 28 });
});

/** Twenty who have been there for long, and eight who came ten days ago. */
async function settle() {
  ({ id: communityId, groups } = await aCommunity(owner, ["Corrida", "Caronas", "Calada"]));
  old = await people(owner, communityId, 20, () => groups);
  await owner.db.communityMember.updateMany({
    where: { communityId },
    data: { joinedAt: hoursAgo(24 * 200) },
  });
  // Made straight in the tables: their counters too.
  await owner.db.group.updateMany({ where: { communityId }, data: { memberCount: 20 } });
  await owner.db.community.updateMany({ where: { id: communityId }, data: { memberCount: 20 } });
  await owner.db.lane.createMany({
    data: [{ communityId, number: 1, memberCount: 20 }],
    skipDuplicates: true,
  });
  fresh = await Promise.all(Array.from({ length: 8 }, () => aMember(here.tenantId)));
  await addCommunityMembers({ ...owner, now: hoursAgo(24 * 10) }, { communityId, memberIds: fresh });
}

/** Eight write at the same hour in the first group, six of them in the second too; five get an answer. */
async function oldOnesTalk() {
  const first = await Promise.all(old.slice(0, 8).map((by) => say({ by, hours: 24 * 7 })));
  for (const [index, to] of first.slice(0, 5).entries())
    await say({ by: old[index + 1] ?? "", hours: 24 * 7 - 1, to });
  for (const by of old.slice(0, 6)) await say({ by, hours: 24 * 3, in: 1 });
  // Answering oneself is no answer.
  await say({ by: old[7] ?? "", hours: 24 * 7 - 2, to: first[7] ?? "" });
}

/** All eight write; six are answered within a day, one after two, one wrote an hour ago. */
async function newcomersTalk() {
  const first = await Promise.all(
    fresh.map((by, index) => say({ by, hours: index === 7 ? 1 : 24 * 5, in: 1 })),
  );
  const by = old[0] ?? "";
  for (const to of first.slice(0, 6)) await say({ by, hours: 24 * 5 - 3, in: 1, to });
  await say({ by, hours: 24 * 3, in: 1, to: first[6] ?? "" });
}

/** What is removed, of the team, or of before the time. */
async function notCounted() {
  const gone = await say({ by: old[12] ?? "", hours: 30 });
  await owner.db.message.updateMany({ where: { id: gone }, data: { removedAt: NOW } });
  const ofTeam = await say({ by: old[13] ?? "", hours: 30 });
  await owner.db.message.updateMany({ where: { id: ofTeam }, data: { byTeam: true } });
  for (const by of old.slice(0, 10)) await say({ by, hours: 24 * 40 });
}

describe("a community's health", () => {
  test("who wrote, of all who are there, beside the time before", () => {
    // 20 + 8 − 6 are there; of the 8 + 8 who wrote one has left.
    expect(health.participation).toMatchObject({ part: 15, whole: 22, share: 15 / 22, before: 10 / 20 });
    expect(health.participation.steps.map(({ people: count }) => count)).toEqual([0, 0, 0, 16]);
  });

  test("what somebody else replied to, of all that was said", () => {
    // 8 + 5 + 6 + 1 and 8 + 6 + 1 messages; 5 and 7 of them answered.
    expect(health.replies).toMatchObject({ part: 12, whole: 35, share: 12 / 35, before: 0 });
  });

  test("newcomers whose first words were answered within a day; the newest still has time", () => {
    expect(health.newcomers).toMatchObject({ part: 6, whole: 7, share: 6 / 7, before: null });
  });

  test("who wrote in several groups, and how many wrote in each", () => {
    expect(health.voices).toMatchObject({ part: 6, whole: 16, share: 6 / 16 });
    expect(health.voices.groups.map(({ name, people: count }) => [name, count])).toEqual([
      ["Caronas", 14],
      ["Corrida", 8],
      ["Calada", 0],
    ]);
  });

  test("who came, who went, and who stayed of those who were there", () => {
    expect(health.growth).toMatchObject({ joined: 8, left: 6, joinedBefore: 0, leftBefore: 0 });
    expect(health.growth.steps.map(({ joined, left }) => [joined, left])).toEqual([
      [0, 0],
      [0, 0],
      [8, 0],
      [0, 6],
    ]);
    expect(health.staying).toMatchObject({ part: 14, whole: 20, share: 0.7, before: 1 });
    expect(health.staying.steps.map(({ people: count }) => count)).toEqual([20, 20, 28, 22]);
  });

  test("P12: the best hour by the organisation's clock; hours with fewer than five messages tell no number", async () => {
    // Wednesday 15:00 in UTC is noon in São Paulo.
    const { timezone } = await owner.db.tenant.findFirstOrThrow({ select: { timezone: true } });
    const hour = timezone === "UTC" ? 15 : 12;
    expect([timezone, health.hours.best]).toEqual([timezone, { weekday: 3, hour }]);
    const small = health.hours.cells.filter(({ messages }) => messages === "<5");
    expect(small.length).toBeGreaterThan(0);
    expect(health.hours.cells.every(({ messages }) => messages === "<5" || messages >= 5)).toBe(true);
  });

  test("P12: of few people nothing is told: neither their number nor a share of it", async () => {
    const { id } = await aCommunity(owner, ["Pequena"]);
    await people(owner, id, 4);
    const few = await getHealth(owner, { communityId: id, days: 7 });
    expect(few.participation).toMatchObject({ part: 0, whole: "<5", share: null });
    expect(few.staying.steps.map(({ people: count }) => count)).toEqual(Array(7).fill("<5"));
    expect(few.newcomers).toMatchObject({ part: 0, whole: 0, share: null, before: null });
  });
});

describe("the rows behind it", () => {
  const rows = async (kind: RowsKind) => {
    const all = [];
    let cursor: string | undefined;
    do {
      const page = await listHealthRows(owner, { communityId, kind, days: 28, limit: 4, cursor });
      all.push(...page.data);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return all;
  };

  test("are as many as the number says, each once, page by page", async () => {
    const posted = await rows("posted");
    expect(posted).toHaveLength(16);
    expect(new Set(posted.map(({ memberId }) => memberId)).size).toBe(16);
    expect(posted.filter(({ groups: count }) => (count ?? 0) > 1)).toHaveLength(6);
    expect(await rows("unanswered")).toHaveLength(35 - 12);
    const newcomers = await rows("newcomers");
    expect(newcomers.map(({ isAnswered }) => isAnswered).toSorted()).toEqual([
      ...[false, false],
      ...Array(6).fill(true),
    ]);
    expect((await rows("joined")).map(({ memberId }) => memberId).toSorted()).toEqual(fresh.toSorted());
    expect(await rows("left")).toHaveLength(6);
  });

  test("R2, T3: numbers are for who sees counts, rows for who reads messages; elsewhere there is no such community", async () => {
    const numbers = (ctx: TenantContext) => getHealth({ ...ctx, now: NOW }, { communityId, days: 7 });
    const list = (ctx: TenantContext) =>
      listHealthRows({ ...ctx, now: NOW }, { communityId, kind: "posted", days: 7, limit: 5 });
    await expect(numbers(here.as("marketer", [communityId]))).resolves.toMatchObject({ days: 7 });
    await expect(list(here.as("marketer", [communityId]))).rejects.toMatchObject({ code: "not_allowed" });
    await expect(list(here.as("agent", [communityId]))).resolves.toMatchObject({});
    await expect(numbers(here.as("marketer"))).rejects.toMatchObject({ code: "not_granted" });
    await expect(numbers(here.as("finance"))).rejects.toMatchObject({ code: "not_allowed" });
    await expect(numbers(here.as({ memberId: old[0] ?? "" }))).rejects.toMatchObject({ code: "not_allowed" });
    await expect(numbers(there.as("owner"))).rejects.toMatchObject({ code: "not_found" });
    await owner.db.communityMember.updateMany({
      where: { communityId, memberId: old[1] ?? "" },
      data: { role: "admin" },
    });
    await expect(list(here.as({ memberId: old[1] ?? "" }))).resolves.toMatchObject({});
  });
});
