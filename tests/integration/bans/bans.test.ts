import { describe, expect, test } from "vitest";
import { banMember } from "@/lib/bans/commands/ban-member";
import { liftBan } from "@/lib/bans/commands/lift-ban";
import { listBans } from "@/lib/bans/queries/list-bans";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { updateGroup } from "@/lib/groups/commands/update-group";
import { createInvite } from "@/lib/invites/commands/create-invite";
import { decideJoinRequest } from "@/lib/invites/commands/decide-join-request";
import { joinAsNewcomer } from "@/lib/invites/commands/join-as-newcomer";
import { unsafeJoinByInvite } from "@/lib/invites/commands/join-by-invite";
import { joinGroup } from "@/lib/invites/commands/join-group";
import { joinForm } from "@/lib/invites/join-schema";
import { inviteContext } from "@/lib/invites/queries/find-invitation";
import { createMember } from "@/lib/members/commands/create-member";
import { updateMember } from "@/lib/members/commands/update-member";
import { bulkAdd } from "@/lib/memberships/commands/bulk-add";
import { eraseMember } from "@/lib/privacy/commands/erase-member";
import { expectExactCounters } from "../../support/membership-counts";
import { aCommunity, aGroup, limitTo, someMembers } from "../../support/village";
import { aTenant, aWorld, type Neighbour } from "../../support/world";

const PHONE = "+5511988887777";

async function aVillage() {
  const here = await aTenant();
  const owner = here.as("owner");
  const communityId = await aCommunity(here);
  const groupId = await aGroup(here, communityId);
  const { id: memberId } = await createMember(owner, {
    name: "Zeca",
    identifiers: [{ kind: "phone", value: PHONE }],
  });
  await addGroupMembers(owner, { groupId, memberIds: [memberId] });
  return { here, owner, communityId, groupId, memberId };
}

const visitor = { now: new Date("2026-03-03T15:00:00Z"), locale: "pt-BR" as const, ip: null };
const bearer = (token: string) => inviteContext(token, visitor) ?? expect.unreachable("no token");
const isIn = (here: Neighbour, communityId: string, memberId: string) =>
  here.as("owner").db.communityMember.count({ where: { communityId, memberId } });

describe("C4: a banned person is out", () => {
  test("of the community and its rooms, with counters; their requests are refused and their links end", async () => {
    const { here, owner, communityId, groupId, memberId } = await aVillage();
    await addCommunityMembers(owner, { communityId, memberIds: [memberId] });
    const other = await aGroup(here, communityId, { name: "Trilha" });
    await owner.db.joinRequest.create({
      data: { id: crypto.randomUUID(), communityId, groupId: other, memberId },
    });
    await banMember(owner, { memberId, communityId, reason: "spam" });
    expect(await isIn(here, communityId, memberId)).toBe(0);
    expect(await owner.db.groupMember.count({ where: { groupId, memberId } })).toBe(0);
    expect(await owner.db.joinRequest.count({ where: { memberId, status: "pending" } })).toBe(0);
    await expectExactCounters();
  });

  test("of one room and its siblings only, when banned there: the community keeps them", async () => {
    const { here, owner, communityId, groupId, memberId } = await aVillage();
    await limitTo(here, { groupMembers: 2 });
    await updateGroup(owner, { groupId, overflow: true });
    await banMember(owner, { memberId, communityId, groupId });
    expect(await isIn(here, communityId, memberId)).toBe(1);
    const again = await addGroupMembers(owner, { groupId, memberIds: [memberId] });
    expect(again.refused).toEqual([{ index: 0, code: "banned" }]);
    const [other = ""] = await someMembers(here.tenantId, 1);
    await addGroupMembers(owner, { groupId, memberIds: [other] });
    const [third = ""] = await someMembers(here.tenantId, 1);
    const overflowed = await addGroupMembers(owner, { groupId, memberIds: [third] });
    const sibling = overflowed.placed[0]?.groupId ?? "";
    expect(sibling).not.toBe(groupId);
    const byTheSide = await addGroupMembers(owner, { groupId: sibling, memberIds: [memberId] });
    expect(byTheSide.refused).toEqual([{ index: 0, code: "banned" }]);
    await expectExactCounters();
  });

  test("of every community, when banned from the whole organization", async () => {
    const { here, owner, communityId, memberId } = await aVillage();
    const second = await aCommunity(here, "Outra casa");
    await addCommunityMembers(owner, { communityId: second, memberIds: [memberId] });
    await banMember(owner, { memberId });
    expect((await isIn(here, communityId, memberId)) + (await isIn(here, second, memberId))).toBe(0);
    const third = await aCommunity(here, "Casa nova");
    const back = await addCommunityMembers(owner, { communityId: third, memberIds: [memberId] });
    expect(back.refused).toEqual([{ index: 0, code: "banned" }]);
    await expectExactCounters();
  });

  test("H4: the last admin is not banned before another is named, and nothing is half done", async () => {
    const { here, owner, communityId } = await aVillage();
    const banning = banMember(here.as("admin"), { memberId: here.ownerMemberId, communityId });
    await expect(banning).rejects.toMatchObject({ code: "last_admin" });
    expect(await owner.db.ban.count()).toBe(0);
    expect(await isIn(here, communityId, here.ownerMemberId)).toBe(1);
  });

  test("once in force a second ban of the same place is the same one", async () => {
    const { owner, communityId, memberId } = await aVillage();
    const first = await banMember(owner, { memberId, communityId });
    expect(await banMember(owner, { memberId, communityId })).toEqual(first);
  });
});

describe("X19: a banned person does not come back", () => {
  test("by another link, an approval, an open room, adding, or a bulk", async () => {
    const { owner, communityId, groupId, memberId } = await aVillage();
    await banMember(owner, { memberId, communityId });
    const { token } = await createInvite(owner, { communityId });
    const joining = unsafeJoinByInvite(bearer(token), { token, memberId });
    await expect(joining).rejects.toMatchObject({ code: "banned" });
    const approved = await createInvite(owner, { communityId, approval: true });
    const asking = unsafeJoinByInvite(bearer(approved.token), { token: approved.token, memberId });
    await expect(asking).rejects.toMatchObject({ code: "banned" });
    const request = { id: crypto.randomUUID(), communityId, groupId: null, memberId };
    await owner.db.joinRequest.create({ data: request });
    const deciding = decideJoinRequest(owner, { requestId: request.id, approve: true });
    await expect(deciding).rejects.toMatchObject({ code: "banned" });
    const bulk = await bulkAdd(owner, { groupId }, { memberIds: [memberId] });
    expect(bulk).toEqual({ added: 0, updated: 0, unchanged: 0, refused: [{ index: 0, code: "banned" }] });
    expect(await owner.db.invite.count({ where: { useCount: { gt: 0 } } })).toBe(0);
  });

  test("into a room they are banned from, neither through its open door nor by asking", async () => {
    const { here, owner, communityId, groupId, memberId } = await aVillage();
    await banMember(owner, { memberId, communityId, groupId });
    await expect(joinGroup(here.as({ memberId }), groupId)).rejects.toMatchObject({ code: "banned" });
    await updateGroup(owner, { groupId, joinMode: "request" });
    await expect(joinGroup(here.as({ memberId }), groupId)).rejects.toMatchObject({ code: "banned" });
  });

  test.each([
    ["without the ninth digit", "+551188887777"],
    ["with the trunk zero", "011 98888-7777"],
    ["without the ninth digit, with the trunk zero", "(011) 8888-7777"],
  ])("as a new record with the same phone %s", async (_, typed) => {
    const { here, owner, communityId, memberId } = await aVillage();
    await banMember(owner, { memberId, communityId });
    await eraseMember(owner, memberId);
    const { id } = await createMember(owner, {
      name: "Outro",
      identifiers: [{ kind: "phone", value: typed }],
    });
    const adding = await addCommunityMembers(owner, { communityId, memberIds: [id] });
    expect(adding.refused).toEqual([{ index: 0, code: "banned" }]);
    expect(await isIn(here, communityId, id)).toBe(0);
  });

  test("as a WhatsApp id of the same number, or by an e-mail that they got after the ban", async () => {
    const { owner, communityId, memberId } = await aVillage();
    await banMember(owner, { memberId, communityId });
    const identifiers = [
      { kind: "phone" as const, value: PHONE },
      { kind: "email" as const, value: "zeca@casa.example" },
    ];
    await updateMember(owner, memberId, { identifiers });
    await eraseMember(owner, memberId);
    for (const identifier of [
      { kind: "whatsapp" as const, value: "551188887777" },
      { kind: "email" as const, value: "Zeca@Casa.example" },
    ]) {
      const { id } = await createMember(owner, { name: "Novo", identifiers: [identifier] });
      const adding = await addCommunityMembers(owner, { communityId, memberIds: [id] });
      expect({ identifier, refused: adding.refused }).toMatchObject({ refused: [{ code: "banned" }] });
    }
  });

  test("as a newcomer by a link: no record, no account, no use of the link is left behind", async () => {
    const { owner, communityId, memberId } = await aVillage();
    await banMember(owner, { memberId, communityId });
    await eraseMember(owner, memberId);
    const { token } = await createInvite(owner, { communityId });
    const form = joinForm.parse({ name: "Zé", phone: "11 8888-7777", country: "BR" });
    await expect(joinAsNewcomer(bearer(token), token, form)).rejects.toMatchObject({ code: "banned" });
    expect(await owner.db.member.count({ where: { name: "Zé" } })).toBe(0);
    expect(await owner.db.invite.count({ where: { useCount: 0 } })).toBe(1);
  });

  test("by a list of people: the row is refused, nobody is made or changed by it", async () => {
    const { owner, communityId, memberId } = await aVillage();
    await banMember(owner, { memberId, communityId });
    const row = (name: string, value: string) => ({ name, identifiers: [{ kind: "phone", value }] });
    const members = [row("Zeca de novo", "11 8888-7777"), row("Boa gente", "+5511977776666")];
    const answer = await bulkAdd(owner, { communityId }, { members });
    expect(answer).toMatchObject({ added: 1, updated: 0, refused: [{ index: 0, code: "banned" }] });
    expect(await owner.db.member.findFirst({ where: { id: memberId } })).toMatchObject({ name: "Zeca" });
  });
});

test("a lifted ban lets the person in again, brings nobody back, and keeps no digest", async () => {
  const { here, owner, communityId, memberId } = await aVillage();
  const { id: banId } = await banMember(owner, { memberId, communityId });
  await liftBan(owner, { banId });
  await liftBan(owner, { banId });
  expect(await isIn(here, communityId, memberId)).toBe(0);
  expect(await owner.db.bannedIdentifier.count()).toBe(0);
  expect(await addCommunityMembers(owner, { communityId, memberIds: [memberId] })).toMatchObject({
    added: 1,
  });
  const audit = await owner.db.auditEvent.findMany({
    where: { subjectId: memberId },
    orderBy: { id: "asc" },
  });
  expect(audit.map(({ action }) => action)).toEqual(["member.banned", "member.unbanned"]);
});

describe("R3, R4: who bans", () => {
  test("a room's admin in the room, a community's admin in the community, neither beyond", async () => {
    const { here, owner, communityId, groupId, memberId } = await aVillage();
    const [roomAdmin = "", houseAdmin = ""] = await someMembers(here.tenantId, 2);
    await addGroupMembers(owner, { groupId, memberIds: [roomAdmin], role: "admin" });
    await addCommunityMembers(owner, { communityId, memberIds: [houseAdmin], role: "admin" });
    await addGroupMembers(owner, { groupId, memberIds: [houseAdmin] });
    const [byRoom, byHouse] = [here.as({ memberId: roomAdmin }), here.as({ memberId: houseAdmin })];
    const refused = { code: "not_allowed" };
    await expect(banMember(byRoom, { memberId, communityId })).rejects.toMatchObject(refused);
    await expect(banMember(byHouse, { memberId })).rejects.toMatchObject(refused);
    const upwards = banMember(byRoom, { memberId: houseAdmin, communityId, groupId });
    await expect(upwards).rejects.toMatchObject(refused);
    const oneself = banMember(byHouse, { memberId: houseAdmin, communityId });
    await expect(oneself).rejects.toMatchObject(refused);
    await banMember(byRoom, { memberId, communityId, groupId });
    await banMember(byHouse, { memberId, communityId });
    expect(await isIn(here, communityId, memberId)).toBe(0);
  });

  test("P13: who left is named to the team, and to a community's admin no more", async () => {
    const { here, owner, communityId, memberId } = await aVillage();
    const [houseAdmin = ""] = await someMembers(here.tenantId, 1);
    await addCommunityMembers(owner, { communityId, memberIds: [houseAdmin], role: "admin" });
    await banMember(owner, { memberId, communityId, reason: "ofensa" });
    const forTeam = await listBans(owner, { communityId, limit: 10 });
    expect(forTeam.data).toMatchObject([{ memberId, name: "Zeca", reason: "ofensa" }]);
    const forAdmin = await listBans(here.as({ memberId: houseAdmin }), { communityId, limit: 10 });
    expect(forAdmin.data).toMatchObject([{ memberId: null, name: null, reason: "ofensa" }]);
  });

  test("T3: people, places and bans of another tenant do not exist", async () => {
    const { here, there } = await aWorld();
    const communityId = await aCommunity(there);
    const [stranger = ""] = await someMembers(there.tenantId, 1);
    const { id: banId } = await banMember(there.as("owner"), { memberId: stranger, communityId });
    const owner = here.as("owner");
    await expect(banMember(owner, { memberId: stranger })).rejects.toMatchObject({ code: "invalid_input" });
    const elsewhere = banMember(owner, { memberId: here.ownerMemberId, communityId });
    await expect(elsewhere).rejects.toMatchObject({ code: "not_found" });
    await expect(liftBan(owner, { banId })).rejects.toMatchObject({ code: "not_found" });
  });
});

test("X17: banned while 20 joins of the same person run, nobody is inside in the end", async () => {
  const { here, owner, communityId, groupId, memberId } = await aVillage();
  const joins = Array.from({ length: 20 }, () => addGroupMembers(owner, { groupId, memberIds: [memberId] }));
  await Promise.all([...joins, banMember(owner, { memberId })]);
  await Promise.all(joins);
  expect(await isIn(here, communityId, memberId)).toBe(0);
  await expectExactCounters();
});
