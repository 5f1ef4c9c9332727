import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { leaveGroup } from "@/lib/groups/commands/leave-group";
import { updateMember } from "@/lib/members/commands/update-member";
import { visibleFields } from "@/lib/members/visibility/policy";
import type { Viewer } from "@/lib/members/visibility/types";
import { loadRelation } from "@/lib/members/visibility-sql";
import { tenantClient } from "@/lib/platform/db/clients";
import {
  listSightChanges,
  listViewers,
  summarizeSight,
  summarizeSightChanges,
} from "@/lib/privacy/queries/list-viewers";
import { anyVillage, buildVillage } from "../../support/random-village";
import { aCommunity, aGroup } from "../../support/village";
import { aMember, aTenant, type Neighbour } from "../../support/world";

// P15: "who can see this person, and why?", now and on a day of the past, and what changed between two days.

describe("P15: who sees a person", () => {
  test("in random villages it is exactly those whom the rule of a pair lets see, by the same rules and rooms", async () => {
    await fc.assert(
      fc.asyncProperty(anyVillage, async (village) => {
        const here = await aTenant();
        const { memberIds, communityIds } = await buildVillage(here.tenantId, village);
        await grantFirst(here, communityIds[0] ?? "");
        for (const memberId of memberIds) await compareWithRule(here, memberId, { memberIds, communityIds });
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  test("counts come first, by rule and room, and the sum is of people and not of reasons", async () => {
    const { here, ana, rui, zoe, groupId } = await threeNeighbours();
    const asked = { memberId: ana, sight: "phone", at: null } as const;
    const { total, counts } = await summarizeSight(here.as("owner"), asked);
    const inRoom = counts.find(({ rule }) => rule === "P2");
    expect(inRoom).toMatchObject({ people: 2, roomId: groupId, roomName: "Iniciantes" });
    // Rui, Zoe, the owner's own record as admin of room and community, and the owner and admin of the staff.
    expect(total).toBe(5);
    const page = await listViewers(here.as("owner"), asked, { limit: 10 });
    expect(page.data.filter(({ kind }) => kind === "member").map(({ id }) => id)).toEqual(
      expect.arrayContaining([rui, zoe]),
    );
  });

  test("one page after the other names everybody once", async () => {
    const { here, ana } = await threeNeighbours();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listViewers(
        here.as("owner"),
        { memberId: ana, sight: "anything", at: null },
        { limit: 2, cursor },
      );
      seen.push(...page.data.map(({ kind, name }) => `${kind} ${name}`));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(5);
  });

  test("a member asks about themself only; an admin of a community only within it", async () => {
    const { here, ana, rui } = await threeNeighbours();
    const ofAna = { memberId: ana, sight: "phone", at: null } as const;
    await expect(summarizeSight(here.as({ memberId: rui }), ofAna)).rejects.toMatchObject({
      code: "not_allowed",
    });
    await expect(summarizeSight(here.as("marketer"), ofAna)).rejects.toMatchObject({ code: "not_allowed" });
    expect((await summarizeSight(here.as({ memberId: ana }), ofAna)).total).toBe(5);
    const leader = here.as({ memberId: here.ownerMemberId });
    const { counts } = await summarizeSight(leader, ofAna);
    expect(counts.map(({ rule }) => rule).sort()).toEqual(["P2", "P4", "P6"]);
  });
});

describe("P15: who could see my number on a day", () => {
  test("leaving a room ends it, in both directions and from that instant on", async () => {
    const { here, ana, rui, groupId } = await threeNeighbours();
    const before = await clock(here);
    await leaveGroup(here.as("owner"), { groupId, memberId: rui });
    const after = await clock(here);
    const couldSee = async (at: Date | null) => {
      const page = await listViewers(here.as("owner"), { memberId: ana, sight: "phone", at }, { limit: 50 });
      return page.data.some(({ id }) => id === rui);
    };
    expect([await couldSee(before), await couldSee(after), await couldSee(null)]).toEqual([
      true,
      false,
      false,
    ]);
    const span = { memberId: ana, sight: "phone", from: before, to: after } as const;
    expect(await summarizeSightChanges(here.as("owner"), span)).toEqual({ gained: 0, lost: 1, stayed: 4 });
    const { data } = await listSightChanges(here.as("owner"), span, { limit: 10 });
    expect(data).toMatchObject([
      { id: rui, change: "lost", reasons: [{ rule: "P2", roomId: groupId, roomName: "Iniciantes" }] },
    ]);
  });

  test("the member is told in numbers, and by name only of those whom they may know now", async () => {
    const { here, ana, rui, groupId } = await threeNeighbours();
    const before = await clock(here);
    await leaveGroup(here.as("owner"), { groupId, memberId: rui });
    const own = here.as({ memberId: ana });
    const { data } = await listViewers(own, { memberId: ana, sight: "phone", at: before }, { limit: 50 });
    expect(data.filter(({ kind }) => kind === "member").map(({ id }) => id)).not.toContain(rui);
    expect(data.filter(({ kind }) => kind === "member")).toHaveLength(3);
    expect(data.filter(({ kind }) => kind === "staff").every(({ name }) => name === null)).toBe(true);
  });

  test("a number that was not there yet could be seen by nobody", async () => {
    const { here, ana } = await threeNeighbours();
    const before = await clock(here);
    await updateMember(here.as("owner"), ana, { identifiers: [{ kind: "phone", value: "+5511987650001" }] });
    const had = async (at: Date | null) =>
      (await summarizeSight(here.as({ memberId: ana }), { memberId: ana, sight: "phone", at })).hadPhone;
    expect([await had(before), await had(null)]).toEqual([false, true]);
  });
});

async function threeNeighbours() {
  const here = await aTenant();
  const groupId = await aGroup(here, await aCommunity(here));
  const [ana, rui, zoe] = [
    await aMember(here.tenantId),
    await aMember(here.tenantId),
    await aMember(here.tenantId),
  ];
  await addGroupMembers(here.as("owner"), { groupId, memberIds: [ana, rui, zoe] });
  return { here, groupId, ana, rui, zoe };
}

async function clock(here: Neighbour): Promise<Date> {
  const [row] = await here.as("owner").db.$queryRaw<
    { at: Date }[]
  >`SELECT clock_timestamp() + interval '1 ms' AS at`;
  await new Promise((resolve) => setTimeout(resolve, 3));
  return row?.at ?? new Date();
}

async function grantFirst(here: Neighbour, communityId: string): Promise<void> {
  const data = [here.staff.marketer, here.staff.agent].map(({ staffId }) => ({ staffId, communityId }));
  await here.as("owner").db.staffGrant.createMany({ data });
}

async function compareWithRule(
  here: Neighbour,
  memberId: string,
  { memberIds, communityIds }: { memberIds: string[]; communityIds: string[] },
): Promise<void> {
  const { data } = await listViewers(
    here.as("owner"),
    { memberId, sight: "anything", at: null },
    { limit: 200 },
  );
  const said = new Map(data.map((viewer) => [viewer.id, viewer]));
  const members = memberIds
    .filter((id) => id !== memberId)
    .map((id): [string, Viewer] => [id, { kind: "member", memberId: id }]);
  const staff = (["owner", "admin", "marketer", "finance", "agent"] as const).map(
    (role): [string, Viewer] => [
      here.staff[role].staffId,
      { kind: "staff", role, memberId: null, grantedCommunityIds: communityIds.slice(0, 1) },
    ],
  );
  for (const [id, viewer] of [...members, ...staff]) {
    const { name, phone, reasons } = visibleFields(
      await loadRelation(tenantClient(here.tenantId), viewer, memberId),
    );
    const found = said.get(id);
    expect({ id, name: found !== undefined, phone: found?.phone ?? false }).toEqual({ id, name, phone });
    // Whoever administers a room shares it too: the turned table names the stronger rule once.
    const strongest = reasons.filter(
      ({ rule, roomId }) => !(rule === "P2" && reasons.some((r) => r.rule === "P4" && r.roomId === roomId)),
    );
    const keys = (list: readonly { rule: string; roomId: string | null }[]) =>
      list.map(({ rule, roomId }) => `${rule} ${roomId}`).sort();
    expect(keys(found?.reasons ?? [])).toEqual(keys(strongest));
  }
}
