import { beforeAll, describe, expect, test } from "vitest";
import { checkDraw } from "@/lib/blocks/check-rules";
import { answerBlock, withdrawAnswer } from "@/lib/blocks/commands/answer-block";
import { closeBlock, systemCloseBlock } from "@/lib/blocks/commands/close-block";
import { drawWinners } from "@/lib/blocks/commands/draw-winners";
import { drawToken } from "@/lib/blocks/draw-token";
import { findDraw } from "@/lib/blocks/queries/find-draw";
import { listAnswers } from "@/lib/blocks/queries/list-answers";
import { answerInput } from "@/lib/blocks/schema";
import { mergeMembers } from "@/lib/merges/commands/merge-members";
import { undoMerge } from "@/lib/merges/commands/undo-merge";
import { systemContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import { GIVEAWAY, openedBlock } from "../../support/blocks";
import { aTenant, type Neighbour, NOON } from "../../support/world";

let here: Neighbour;
beforeAll(async () => {
  here = await aTenant();
});

const enter = (memberId: string, blockId: string) =>
  answerBlock(here.as({ memberId }), blockId, answerInput.parse({ choices: ["in"] }));
const draw = (blockId: string) => findDraw(drawToken(here.tenantId, blockId));
const nextWeek = () => new Date(NOON.getTime() + 7 * 86_400_000);

describe("A20: a giveaway", () => {
  test("publishes digests first and the secret last, and anybody finds the same winners", async () => {
    const { blockId, memberIds } = await openedBlock(here, GIVEAWAY, { count: 5 });
    for (const id of memberIds) await enter(id, blockId);
    const before = await draw(blockId);
    expect(before).toMatchObject({ secret: null, entriesHash: null, tickets: [], winningTickets: [] });
    expect(before?.secretHash).toMatch(/^[0-9a-f]{64}$/u);
    await expect(drawWinners(here.as("owner"), blockId)).rejects.toMatchObject({ code: "block_open" });
    await closeBlock(here.as("owner"), blockId);
    const closed = await draw(blockId);
    expect(closed).toMatchObject({ secret: null, secretHash: before?.secretHash });
    expect(closed?.tickets).toHaveLength(5);
    await drawWinners(here.as("owner"), blockId);
    const drawn = await draw(blockId);
    expect(drawn).toMatchObject({
      secretHash: before?.secretHash,
      entriesHash: closed?.entriesHash,
      tickets: closed?.tickets,
    });
    expect(drawn?.winningTickets).toHaveLength(2);
    expect(
      drawn &&
        (await checkDraw({ ...drawn, secret: drawn.secret ?? "", entriesHash: drawn.entriesHash ?? "" })),
    ).toBeNull();
    const winners = (await listAnswers(here.as("owner"), { blockId, hasWon: true, limit: 10 })).data;
    expect(winners.sort((a, b) => (a.wonPlace ?? 0) - (b.wonPlace ?? 0)).map(({ ticket }) => ticket)).toEqual(
      drawn?.winningTickets,
    );
  });

  test("is drawn once, however many press at once", async () => {
    const { blockId, memberIds } = await openedBlock(here, GIVEAWAY);
    for (const id of memberIds) await enter(id, blockId);
    await closeBlock(here.as("owner"), blockId);
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => drawWinners(here.as("owner"), blockId)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("its entries end on time, by a job that may come twice, and nobody enters after that", async () => {
    const { blockId, memberIds } = await openedBlock(here, GIVEAWAY);
    await enter(memberIds[0] ?? "", blockId);
    const system = systemContext(here.tenantId, "test", NOON);
    await systemCloseBlock(system, blockId);
    expect((await draw(blockId))?.entriesHash).toBeNull();
    await systemCloseBlock({ ...system, now: nextWeek() }, blockId);
    const { entriesHash } = (await draw(blockId)) ?? {};
    await systemCloseBlock({ ...system, now: nextWeek() }, blockId);
    expect((await draw(blockId))?.entriesHash).toBe(entriesHash);
    await expect(enter(memberIds[1] ?? "", blockId)).rejects.toMatchObject({ code: "block_closed" });
  });

  test("who leaves before the end is in no list; who comes back has another number", async () => {
    const { blockId, memberIds } = await openedBlock(here, GIVEAWAY);
    const [one = "", two = ""] = memberIds;
    await enter(one, blockId);
    await enter(two, blockId);
    const ticketOf = async (memberId: string) =>
      (await here.as("owner").db.blockAnswer.findFirst({ where: { blockId, memberId } }))?.ticket;
    const first = await ticketOf(one);
    await enter(one, blockId);
    expect(await ticketOf(one)).toBe(first);
    await withdrawAnswer(here.as({ memberId: one }), blockId);
    await closeBlock(here.as("owner"), blockId);
    expect((await draw(blockId))?.tickets).toEqual([await ticketOf(two)]);
  });

  test("with nobody in it there is nothing to draw, and it may not be drawn from a poll", async () => {
    const { blockId } = await openedBlock(here, GIVEAWAY);
    await closeBlock(here.as("owner"), blockId);
    await expect(drawWinners(here.as("owner"), blockId)).rejects.toMatchObject({ code: "no_entries" });
    const poll = await openedBlock(here, { kind: "poll", question: "?", options: ["a", "b"] });
    await expect(drawWinners(here.as("owner"), poll.blockId)).rejects.toMatchObject({ code: "no_giveaway" });
  });

  test("T3: an address that names nothing finds nothing", async () => {
    const { blockId } = await openedBlock(here, GIVEAWAY);
    const there = await aTenant();
    expect(await findDraw(drawToken(there.tenantId, blockId))).toBeNull();
    expect(await findDraw(drawToken(here.tenantId, newId()))).toBeNull();
    expect(await findDraw("x")).toBeNull();
  });

  test("X22: two records of one person have one entry while it is open; a closed list stays as published", async () => {
    const { blockId, communityId, memberIds } = await openedBlock(here, GIVEAWAY, { count: 4 });
    const [intoId = "", fromId = ""] = memberIds.slice(2);
    await here.as("owner").db.community.updateMany({ where: { id: communityId }, data: { memberCount: 4 } });
    await here.as("owner").db.lane.create({ data: { communityId, number: 1, memberCount: 4 } });
    await enter(intoId, blockId);
    await enter(fromId, blockId);
    const ctx = { ...here.as("owner"), now: new Date() };
    const merge = await mergeMembers(ctx, { intoId, fromId });
    expect(await ctx.db.blockAnswer.count({ where: { blockId } })).toBe(1);
    await undoMerge(ctx, merge.id);
    expect(await ctx.db.blockAnswer.count({ where: { blockId } })).toBe(2);
    await closeBlock(here.as("owner"), blockId);
    const { tickets } = (await draw(blockId)) ?? {};
    await mergeMembers(ctx, { intoId, fromId });
    expect((await draw(blockId))?.tickets).toEqual(tickets);
  });
});
