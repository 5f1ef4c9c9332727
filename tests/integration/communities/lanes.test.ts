import { expect, test } from "vitest";
import { rehearseChoice } from "@/lib/announcements/queries/rehearse-announcement";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { leaveCommunity } from "@/lib/communities/commands/leave-community";
import { getCommunity } from "@/lib/communities/queries/list-communities";
import { expectExactCounters } from "../../support/membership-counts";
import { aCommunity, limitTo, someMembers } from "../../support/village";
import { aTenant } from "../../support/world";

test("L5: lanes fill in order, their holes are filled again, and those not needed any more close", async () => {
  const here = await aTenant();
  await limitTo(here, { laneMembers: 3 });
  const owner = here.as("owner");
  const communityId = await aCommunity(here);
  const lanes = async () => (await getCommunity(owner, communityId)).lanes.map((lane) => lane.memberCount);
  const memberIds = await someMembers(here.tenantId, 8);
  await addCommunityMembers(owner, { communityId, memberIds });
  expect(await lanes()).toEqual([3, 3, 3]);
  const rehearsal = await rehearseChoice(owner, {
    communityIds: [communityId],
    audience: { kind: "community" },
    kind: "other",
    channels: ["in_app"],
  });
  expect(rehearsal).toMatchObject({ people: 9, lanes: 3 });
  const leave = (at: number) => {
    const memberId = memberIds[at] ?? "";
    return leaveCommunity(here.as({ memberId }), { communityId, memberId });
  };
  await leave(0);
  expect(await lanes()).toEqual([2, 3, 3]);
  const [late = ""] = await someMembers(here.tenantId, 1);
  await addCommunityMembers(owner, { communityId, memberIds: [late] });
  expect(await lanes()).toEqual([3, 3, 3]);
  for (const at of [1, 2, 3]) await leave(at);
  expect(await lanes()).toEqual([3, 3]);
  await expectExactCounters();
  for (const at of [4, 5, 6, 7]) await leave(at);
  expect(await lanes()).toEqual([2]);
  await expectExactCounters();
});

test("L13: a lowered limit leaves lanes as they are and stops growth of the full ones only", async () => {
  const here = await aTenant();
  await limitTo(here, { laneMembers: 5 });
  const owner = here.as("owner");
  const communityId = await aCommunity(here);
  const [first = "", ...rest] = await someMembers(here.tenantId, 5);
  await addCommunityMembers(owner, { communityId, memberIds: [first, ...rest.slice(0, 3)] });
  await limitTo(here, { laneMembers: 2 });
  await addCommunityMembers(owner, { communityId, memberIds: rest });
  await leaveCommunity(here.as({ memberId: first }), { communityId, memberId: first });
  const { lanes } = await getCommunity(owner, communityId);
  expect(lanes.map((lane) => lane.memberCount)).toEqual([4, 1]);
  await expectExactCounters();
});
