import { beforeAll, describe, expect, test } from "vitest";
import { systemRunBulkAct } from "@/lib/bulk-acts/commands/run-bulk-act";
import { startBulkAct } from "@/lib/bulk-acts/commands/start-bulk-act";
import { exportBulkRows } from "@/lib/bulk-acts/queries/export-bulk-rows";
import { getBulkAct } from "@/lib/bulk-acts/queries/find-bulk-act";
import { listBulkRows } from "@/lib/bulk-acts/queries/list-bulk-rows";
import { bulkActForm, startBulkActInput } from "@/lib/bulk-acts/schema";
import { setGroupArchived } from "@/lib/groups/commands/archive-group";
import { systemContext, type TenantContext } from "@/lib/platform/context";
import { createSegment } from "@/lib/segments/commands/save-segment";
import { segmentFilter } from "@/lib/segments/schema";
import { newId } from "@/lib/shared/ids";
import { expectExactCounters } from "../../support/membership-counts";
import { aCommunity, aGroup, limitTo, someMembers } from "../../support/village";
import { aTenant, type Neighbour } from "../../support/world";

let here: Neighbour;
let owner: TenantContext;

beforeAll(async () => {
  here = await aTenant();
  owner = { ...here.as("owner"), now: new Date() };
});

type Input = Record<string, unknown>;
const start = (input: Input, as = owner) => startBulkAct(as, startBulkActInput.parse(input));
const run = (id: string) => systemRunBulkAct(systemContext(here.tenantId, "test"), id);
/** Starts an act, works it off, and tells what came of it. */
async function act(input: Input) {
  const { id } = await start(input);
  await run(id);
  const rows = (await listBulkRows(owner, id, { limit: 200 })).data;
  return { id, done: await getBulkAct(owner, id), told: rows.map((row) => row.code ?? row.outcome) };
}
const tagged = async (ids: readonly string[], tag: string) =>
  owner.db.member.updateMany({ where: { id: { in: [...ids] } }, data: { tags: [tag] } });

describe("whom an act is for", () => {
  test("all whom the filter finds at the moment of the act, a segment among it, as many as was confirmed", async () => {
    const ids = await someMembers(here.tenantId, 4);
    await tagged(ids, "corrida");
    await owner.db.member.updateMany({ where: { id: ids[0] ?? "" }, data: { tags: ["corrida", "vip"] } });
    const { id: segmentId } = await createSegment(owner, {
      name: "sem vip",
      filter: segmentFilter.parse({ tagsNone: ["vip"] }),
    });
    const input = {
      action: "tag",
      tags: ["Manhã"],
      selection: { filter: { tag: "corrida", segmentId } },
    };
    await expect(start({ ...input, confirmPeople: 4 })).rejects.toMatchObject({
      code: "confirmation_required",
      params: { people: 3 },
    });
    expect(await owner.db.bulkAct.count()).toBe(0);
    const { done, told } = await act({ ...input, confirmPeople: 3 });
    expect(done).toMatchObject({ status: "done", people: 3, rows: 3, counts: { done: 3 } });
    expect(told).toEqual(["done", "done", "done"]);
    const first = await owner.db.member.findFirst({ where: { id: ids[1] ?? "" }, select: { tags: true } });
    expect(first?.tags).toEqual(["corrida", "Manhã"]);
  });

  test("who joins the filter after the act was started is not in it", async () => {
    const [a = "", b = ""] = await someMembers(here.tenantId, 2);
    await tagged([a], "tarde");
    const selection = { filter: { tag: "tarde" } };
    const { id } = await start({ action: "tag", tags: ["novo"], selection, confirmPeople: 1 });
    await tagged([b], "tarde");
    await run(id);
    expect((await listBulkRows(owner, id, { limit: 9 })).data.map(({ memberId }) => memberId)).toEqual([a]);
  });

  test("nobody, both ways at once, foreign places and people, and too many rows are refused by their field", async () => {
    const there = await aTenant();
    const [foreign = ""] = await someMembers(there.tenantId, 1);
    const [own = ""] = await someMembers(here.tenantId, 1);
    const tag = { action: "tag", tags: ["x"], confirmPeople: 1 };
    await expect(start({ ...tag, selection: { filter: { tag: "ninguem" } } })).rejects.toMatchObject({
      issues: [{ path: "selection", code: "nobody_chosen" }],
    });
    await expect(start({ ...tag, selection: { memberIds: [foreign] } })).rejects.toMatchObject({
      issues: [{ path: "selection", code: "nobody_chosen" }],
    });
    await expect(
      start({ ...tag, selection: { memberIds: [foreign, own] }, confirmPeople: 2 }),
    ).rejects.toMatchObject({ code: "confirmation_required", params: { people: 1 } });
    const groupIds = [await aGroup(there, await aCommunity(there)), newId()];
    await expect(
      start({ ...tag, action: "add", selection: { memberIds: [own] }, groupIds }),
    ).rejects.toMatchObject({ issues: [{ path: "groupIds.0" }, { path: "groupIds.1" }] });
    for (const wrong of [
      { ...tag, selection: { memberIds: [own], filter: {} } },
      { ...tag, selection: {} },
      { ...tag, tags: [], selection: { filter: {} } },
      { ...tag, action: "add", selection: { filter: {} } },
    ])
      expect(startBulkActInput.safeParse(wrong).success).toBe(false);
  });

  test("R1: a marketer starts none", async () => {
    await expect(
      start({ action: "tag", tags: ["x"], selection: { filter: {} }, confirmPeople: 1 }, here.as("marketer")),
    ).rejects.toMatchObject({ code: "not_allowed" });
  });
});

describe("what is done", () => {
  test("over communities and groups, with a result per person and place; every rule holds for each", async () => {
    await limitTo(here, { groupMembers: 2 });
    const [first, second] = [await aCommunity(here), await aCommunity(here)];
    const [room, old] = [await aGroup(here, first), await aGroup(here, second)];
    await setGroupArchived(owner, { groupId: old, archived: true });
    const memberIds = await someMembers(here.tenantId, 2);
    const places = { communityIds: [second], groupIds: [room, old] };
    const selection = { memberIds };
    const added = await act({ action: "add", selection, ...places, confirmPeople: 2 });
    // The room has its admin already: one seat is left (L1). The archived one takes nobody (H6).
    expect(added.told).toEqual(["done", "done", "done", "group_full", "read_only", "read_only"]);
    expect(added.done.counts).toEqual({ done: 3, unchanged: 0, refused: 3 });
    const again = await act({ action: "add", selection, ...places, confirmPeople: 2 });
    expect(again.told).toEqual([
      "unchanged",
      "unchanged",
      "unchanged",
      "group_full",
      "read_only",
      "read_only",
    ]);
    const removed = await act({
      action: "remove",
      selection,
      communityIds: [first, second],
      confirmPeople: 2,
    });
    expect(removed.told).toEqual(["done", "not_a_member", "done", "done"]);
    await expectExactCounters();
    await limitTo(here, {});
  });

  test("H4, X16: of all admins at once, the last one stays, in a community and in its rooms", async () => {
    const communityId = await aCommunity(here);
    const groupId = await aGroup(here, communityId);
    const ids = await someMembers(here.tenantId, 3);
    const selection = { memberIds: ids };
    await act({ action: "add", selection, groupIds: [groupId], confirmPeople: 3 });
    const named = { selection, communityIds: [communityId], groupIds: [groupId], confirmPeople: 3 };
    expect((await act({ action: "promote", ...named })).told).toEqual(Array(6).fill("done"));
    expect((await act({ action: "promote", ...named })).told).toEqual(Array(6).fill("unchanged"));
    const everybody = { memberIds: [...ids, here.ownerMemberId] };
    const left = { selection: everybody, communityIds: [communityId], groupIds: [groupId], confirmPeople: 4 };
    const demoted = await act({ action: "demote", ...left });
    expect(demoted.told.filter((code) => code === "last_admin")).toHaveLength(2);
    expect(demoted.done.counts).toEqual({ done: 6, unchanged: 0, refused: 2 });
    const gone = await act({
      action: "remove",
      selection: everybody,
      communityIds: [communityId],
      confirmPeople: 4,
    });
    expect(gone.told.filter((code) => code === "last_admin").length).toBeGreaterThan(0);
    expect(await owner.db.communityMember.count({ where: { communityId, role: "admin" } })).toBe(1);
    expect(await owner.db.groupMember.count({ where: { groupId, role: "admin" } })).toBe(1);
    await expectExactCounters();
    const roles = await owner.db.auditEvent.count({
      where: { action: "group.role_changed", communityId, subjectKind: "member" },
    });
    expect(roles).toBe(6);
  });

  test("tags: once whatever case and accents, the spelling of who has it stays, and no more than 50", async () => {
    const [a = "", full = "", none = ""] = await someMembers(here.tenantId, 3);
    await tagged([a], "Manhã");
    const fifty = Array.from({ length: 50 }, (_, n) => `t${n}`);
    await owner.db.member.updateMany({ where: { id: full }, data: { tags: fifty } });
    const selection = { memberIds: [a, full, none] };
    const put = await act({ action: "tag", tags: ["manha"], selection, confirmPeople: 3 });
    expect(put.told.toSorted()).toEqual(["done", "too_many_tags", "unchanged"]);
    const taken = await act({ action: "untag", tags: ["MANHÃ"], selection, confirmPeople: 3 });
    expect(taken.told.toSorted()).toEqual(["done", "done", "unchanged"]);
    expect(await owner.db.memberTag.count({ where: { memberId: { in: [a, none] } } })).toBe(0);
  });
});

describe("the job", () => {
  test("L9: run twice and overlapping, everything is done once; over several steps", async () => {
    const communityId = await aCommunity(here);
    const ids = await someMembers(here.tenantId, 2_300);
    await tagged(ids, "muitos");
    const selection = { filter: { tag: "muitos" } };
    const { id } = await start({
      action: "add",
      selection,
      communityIds: [communityId],
      confirmPeople: 2_300,
    });
    await Promise.all([run(id), run(id)]);
    await run(id);
    expect(await getBulkAct(owner, id)).toMatchObject({
      status: "done",
      counts: { done: 2_300, unchanged: 0, refused: 0 },
    });
    expect(await owner.db.bulkActRow.count({ where: { actId: id } })).toBe(2_300);
    expect(await owner.db.membershipEvent.count({ where: { communityId, event: "joined" } })).toBe(2_301);
    await expectExactCounters();
    const file = await new Response(await exportBulkRows(owner, id)).text();
    expect(file.trim().split("\r\n")).toHaveLength(2_301);
    const pages: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listBulkRows(owner, id, { limit: 200, cursor });
      pages.push(...page.data.map(({ memberId }) => memberId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(pages).size).toBe(2_300);
  });

  test("R7: who lost the right on the way does not go on; what was done stays", async () => {
    const admin = here.as("admin");
    const [a = ""] = await someMembers(here.tenantId, 1);
    const { id } = await start(
      { action: "tag", tags: ["x"], selection: { memberIds: [a] }, confirmPeople: 1 },
      admin,
    );
    const staffId = admin.actor.kind === "staff" ? admin.actor.staffId : "";
    await owner.db.staff.updateMany({ where: { id: staffId }, data: { role: "finance" } });
    await run(id);
    expect(await getBulkAct(owner, id)).toMatchObject({
      status: "failed",
      code: "not_allowed",
      counts: { done: 0 },
    });
    await owner.db.staff.updateMany({ where: { id: staffId }, data: { role: "admin" } });
  });

  test("a place that went meanwhile refuses its rows alone", async () => {
    const communityId = await aCommunity(here);
    const [kept, gone] = [await aGroup(here, communityId), await aGroup(here, communityId)];
    const [a = ""] = await someMembers(here.tenantId, 1);
    const selection = { memberIds: [a] };
    const { id } = await start({ action: "add", selection, groupIds: [gone, kept], confirmPeople: 1 });
    await owner.db.group.deleteMany({ where: { id: gone } });
    await run(id);
    const rows = (await listBulkRows(owner, id, { limit: 9 })).data;
    expect(rows.map((row) => row.code ?? row.outcome)).toEqual(["place_gone", "done"]);
    expect((await listBulkRows(owner, id, { limit: 9, outcome: "refused" })).data).toHaveLength(1);
  });

  test("R6: one event says what was started, for how many and where", async () => {
    const [a = ""] = await someMembers(here.tenantId, 1);
    const { id } = await start({
      action: "tag",
      tags: ["Vip"],
      selection: { memberIds: [a] },
      confirmPeople: 1,
    });
    const [event] = await owner.db.auditEvent.findMany({ where: { subjectId: id } });
    expect(event).toMatchObject({
      action: "bulk_act.started",
      details: { action: "tag", people: 1, tags: 1 },
    });
  });
});

test("the form of the list says the same as the API", () => {
  const [a, b] = [newId(), newId()];
  const form = {
    action: "add",
    selection: JSON.stringify({ filter: { q: "ana" } }),
    places: [`c:${a}`, `g:${b}`],
    confirmPeople: "12",
  };
  expect(bulkActForm.parse(form)).toEqual({
    action: "add",
    selection: { filter: { q: "ana" } },
    communityIds: [a],
    groupIds: [b],
    tags: [],
    confirmPeople: 12,
  });
  const wrong = bulkActForm.safeParse({ ...form, places: [] });
  expect(wrong.error?.issues).toMatchObject([{ path: ["groupIds"], message: "choose_some" }]);
});
