import { describe, expect, test } from "vitest";
import { banMember } from "@/lib/bans/commands/ban-member";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { setGroupArchived } from "@/lib/groups/commands/archive-group";
import { bulkChange } from "@/lib/memberships/commands/bulk-change";
import { newId } from "@/lib/shared/ids";
import { expectExactCounters } from "../../support/membership-counts";
import { aCommunity, aGroup, limitTo, someMembers } from "../../support/village";
import { aTenant, aWorld } from "../../support/world";

describe("many people in many rooms: each pair is a row of its own", () => {
  test("L1, C4: added where it can be, refused where not, and the reason stands in the row", async () => {
    const here = await aTenant();
    const owner = here.as("owner");
    await limitTo(here, { groupMembers: 3 });
    const communityId = await aCommunity(here);
    const [free, full, old] = [
      await aGroup(here, communityId),
      await aGroup(here, communityId),
      await aGroup(here, communityId),
    ];
    const [a = "", b = "", bad = "", c = "", d = ""] = await someMembers(here.tenantId, 5);
    await addGroupMembers(owner, { groupId: free, memberIds: [a] });
    await addGroupMembers(owner, { groupId: full, memberIds: [c, d] });
    await setGroupArchived(owner, { groupId: old, archived: true });
    await banMember(owner, { memberId: bad, communityId });
    const groupIds = [free, full, old, newId()];
    const rows = await bulkChange(owner, { action: "add", groupIds, memberIds: [a, b, bad, b] });
    expect(rows.map(({ outcome, code }) => code ?? outcome)).toEqual([
      ...["unchanged", "done", "banned"],
      ...["group_full", "group_full", "banned"],
      ...["read_only", "read_only", "read_only"],
      ...["unknown_id", "unknown_id", "unknown_id"],
    ]);
    await expectExactCounters();
  });

  test("H4: promoted and demoted alone; the last admin stays one, and stays", async () => {
    const here = await aTenant();
    const owner = here.as("owner");
    const communityId = await aCommunity(here);
    const groupIds = [await aGroup(here, communityId), await aGroup(here, communityId)];
    const [first = "", second = ""] = groupIds;
    const [a = "", b = ""] = await someMembers(here.tenantId, 2);
    await addGroupMembers(owner, { groupId: first, memberIds: [a] });
    await addGroupMembers(owner, { groupId: second, memberIds: [a, b] });
    const told = async (action: "promote" | "demote" | "remove", memberIds: string[]) =>
      (await bulkChange(owner, { action, groupIds, memberIds })).map((row) => row.code ?? row.outcome);
    expect(await told("promote", [a, b])).toEqual(["done", "not_a_member", "done", "done"]);
    expect(await told("promote", [a])).toEqual(["unchanged", "unchanged"]);
    expect(await told("demote", [here.ownerMemberId, a])).toEqual(["done", "last_admin", "done", "done"]);
    expect(await told("remove", [a, b])).toEqual(["last_admin", "not_a_member", "done", "last_admin"]);
    await expectExactCounters();
  });
});

test("R4: who leads one of the rooms changes that one; T3, R1: where none is theirs nothing is told", async () => {
  const { here, there } = await aWorld();
  const communityId = await aCommunity(here);
  const [own, other] = [await aGroup(here, communityId), await aGroup(here, communityId)];
  const [lead = "", wanted = ""] = await someMembers(here.tenantId, 2);
  await addGroupMembers(here.as("owner"), { groupId: own, memberIds: [lead], role: "admin" });
  const change = { action: "add" as const, memberIds: [wanted] };
  const rows = await bulkChange(here.as({ memberId: lead }), { ...change, groupIds: [own, other] });
  expect(rows.map(({ code, outcome }) => code ?? outcome)).toEqual(["done", "not_allowed"]);
  const asPlain = here.as({ memberId: wanted });
  await expect(bulkChange(asPlain, { ...change, groupIds: [own] })).rejects.toMatchObject({
    code: "not_allowed",
  });
  const foreign = await aGroup(there, await aCommunity(there));
  await expect(bulkChange(here.as("owner"), { ...change, groupIds: [foreign] })).rejects.toMatchObject({
    code: "invalid_input",
  });
});
