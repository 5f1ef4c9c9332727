import { beforeAll, describe, expect, test } from "vitest";
import { leaveCommunity } from "@/lib/communities/commands/leave-community";
import { setCommunityRole } from "@/lib/communities/commands/set-community-role";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import {
  countMembershipChanges,
  listMembershipChanges,
} from "@/lib/memberships/queries/list-membership-changes";
import { eraseMember } from "@/lib/privacy/commands/erase-member";
import { aCommunity, aGroup } from "../../support/village";
import { aMember, aWorld, type Neighbour } from "../../support/world";

// P15: the difference of two instants of a community, person by person and room by room.
let [here, there] = [] as unknown as [Neighbour, Neighbour];
let [communityId, groupId, stays, goes, comes] = ["", "", "", "", ""];
let [from, to] = [new Date(), new Date()];

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

beforeAll(async () => {
  ({ here, there } = await aWorld());
  const ctx = { ...here.as("owner"), now: new Date() };
  communityId = await aCommunity(here);
  groupId = await aGroup(here, communityId);
  stays = await aMember(here.tenantId, { name: "Fica Promovida" });
  goes = await aMember(here.tenantId, { name: "Vai Embora" });
  comes = await aMember(here.tenantId, { name: "Chega Agora" });
  await addGroupMembers(ctx, { groupId, memberIds: [stays, goes] });
  await pause();
  from = new Date();
  await pause();
  await leaveCommunity(ctx, { communityId, memberId: goes });
  await setCommunityRole(ctx, { communityId, memberId: stays, role: "admin" });
  await addGroupMembers(ctx, { groupId, memberIds: [comes] });
  await pause();
  to = new Date();
  await pause();
  await leaveCommunity(ctx, { communityId, memberId: comes });
});

const told = async (span: { from: Date; to: Date | null }) => {
  const { data } = await listMembershipChanges(here.as("owner"), { communityId, ...span }, { limit: 50 });
  return data.map(({ change, name, groupId: room, before, after }) => [change, name, room, before, after]);
};

test("P15: tells who came, who went and whose role is another, in the community and each room", async () => {
  expect(await told({ from, to })).toEqual(
    expect.arrayContaining([
      ["left", "Vai Embora", null, "member", null],
      ["left", "Vai Embora", groupId, "member", null],
      ["joined", "Chega Agora", null, null, "member"],
      ["joined", "Chega Agora", groupId, null, "member"],
      ["role", "Fica Promovida", null, "member", "admin"],
    ]),
  );
  const span = { communityId, from, to };
  expect(await countMembershipChanges(here.as("owner"), span)).toEqual({ joined: 2, left: 2, role: 1 });
});

test("until now tells what holds now: who came and went in between is not in it", async () => {
  const names = (await told({ from, to: null })).map(([, name]) => name);
  expect(names).not.toContain("Chega Agora");
  expect(names).toContain("Vai Embora");
});

test("pages by key tell each once", async () => {
  const all = [];
  let cursor: string | undefined;
  do {
    const page = await listMembershipChanges(
      here.as("owner"),
      { communityId, from, to },
      { limit: 2, cursor },
    );
    all.push(...page.data.map(({ memberId, groupId: room }) => `${memberId} ${room}`));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(new Set(all).size).toBe(5);
  expect(all).toHaveLength(5);
});

describe("Who may ask", () => {
  test("R2: owner and admin only; T3: the community of another tenant does not exist", async () => {
    const span = { communityId, from, to };
    for (const who of ["marketer", "agent"] as const)
      await expect(countMembershipChanges(here.as(who, [communityId]), span)).rejects.toMatchObject({
        code: "not_allowed",
      });
    await expect(countMembershipChanges(there.as("owner"), span)).rejects.toMatchObject({
      code: "not_found",
    });
    await countMembershipChanges(here.as("admin"), span);
  });

  test("P16: somebody who was erased since has no name in it", async () => {
    await eraseMember({ ...here.as("owner"), now: new Date() }, goes);
    const left = (await told({ from, to })).filter(([change]) => change === "left");
    expect(left.map(([, name]) => name)).toEqual([null, null]);
  });
});
