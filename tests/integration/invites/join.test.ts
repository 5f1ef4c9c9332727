import { describe, expect, test } from "vitest";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { createInvite } from "@/lib/invites/commands/create-invite";
import { decideJoinRequest } from "@/lib/invites/commands/decide-join-request";
import { unsafeJoinByInvite } from "@/lib/invites/commands/join-by-invite";
import { revokeInvite } from "@/lib/invites/commands/revoke-invite";
import { listInvites } from "@/lib/invites/queries/list-invites";
import { listJoinRequests } from "@/lib/invites/queries/list-join-requests";
import { systemContext } from "@/lib/platform/context";
import { expectExactCounters } from "../../support/membership-counts";
import { aCommunity, aGroup, limitTo, someMembers } from "../../support/village";
import { aTenant, aWorld, type Neighbour, NOON } from "../../support/world";

const door = (here: Neighbour, now = NOON) => systemContext(here.tenantId, "join_by_invite", now);

async function aHouse(here: Neighbour) {
  const communityId = await aCommunity(here);
  return { communityId, groupId: await aGroup(here, communityId) };
}

describe("H7: an invite link", () => {
  test("leads into its room and so into the community; only its hash is kept (X18)", async () => {
    const here = await aTenant();
    const { communityId, groupId } = await aHouse(here);
    const { id, token, url } = await createInvite(here.as("owner"), { communityId, groupId });
    const [memberId = ""] = await someMembers(here.tenantId, 1);
    expect(url.endsWith(`/join/${token}`)).toBe(true);
    const joined = await unsafeJoinByInvite(door(here), { token, memberId });
    expect(joined).toEqual({ status: "joined", communityId, groupId });
    const kept = await here.as("owner").db.invite.findFirst({ where: { id } });
    expect(kept?.useCount).toBe(1);
    expect(JSON.stringify(kept)).not.toContain(token);
    const again = unsafeJoinByInvite(door(here), { token, memberId });
    await expect(again).rejects.toMatchObject({ code: "already_member" });
    expect((await listInvites(here.as("owner"), { communityId, limit: 5 })).data).toMatchObject([
      { useCount: 1, state: "open" },
    ]);
    await expectExactCounters();
  });

  test("without a room leads into the community, or into an open room that was chosen", async () => {
    const here = await aTenant();
    const { communityId, groupId } = await aHouse(here);
    const { token } = await createInvite(here.as("owner"), { communityId });
    const [a = "", b = ""] = await someMembers(here.tenantId, 2);
    expect(await unsafeJoinByInvite(door(here), { token, memberId: a })).toMatchObject({ groupId: null });
    expect(await unsafeJoinByInvite(door(here), { token, memberId: b, groupId })).toMatchObject({ groupId });
    await here.as("owner").db.group.updateMany({ data: { joinMode: "invite" } });
    const closed = unsafeJoinByInvite(door(here), { token, memberId: a, groupId });
    await expect(closed).rejects.toMatchObject({ issues: [{ path: "groupId", code: "unknown_id" }] });
  });

  test("revoked, expired and used up are told apart", async () => {
    const here = await aTenant();
    const { communityId } = await aHouse(here);
    const [a = "", b = ""] = await someMembers(here.tenantId, 2);
    const expiresAt = new Date(NOON.getTime() + 60_000).toISOString();
    const invite = await createInvite(here.as("owner"), { communityId, expiresAt, maxUses: 1 });
    const join = (memberId: string, now = NOON) =>
      unsafeJoinByInvite(door(here, now), { token: invite.token, memberId });
    await expect(join(a, new Date(expiresAt))).rejects.toMatchObject({ code: "invite_expired" });
    await join(a);
    await expect(join(b)).rejects.toMatchObject({ code: "invite_used_up" });
    await revokeInvite(here.as("owner"), { inviteId: invite.id });
    await revokeInvite(here.as("owner"), { inviteId: invite.id });
    await expect(join(b)).rejects.toMatchObject({ code: "invite_revoked" });
  });

  test("X17: with one use left and 40 joining at once, one gets in; a refused join consumes no use", async () => {
    const here = await aTenant();
    await limitTo(here, { groupMembers: 3 });
    const { communityId, groupId } = await aHouse(here);
    const one = await createInvite(here.as("owner"), { communityId, groupId, maxUses: 1 });
    const members = await someMembers(here.tenantId, 42);
    const joins = members
      .slice(0, 40)
      .map((memberId) => unsafeJoinByInvite(door(here), { token: one.token, memberId }));
    const outcomes = await Promise.allSettled(joins);
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    const many = await createInvite(here.as("owner"), { communityId, groupId });
    const join = (memberId = "") => unsafeJoinByInvite(door(here), { token: many.token, memberId });
    await join(members[40]);
    await expect(join(members[41])).rejects.toMatchObject({ code: "group_full" });
    const kept = await here.as("owner").db.invite.findFirst({ where: { id: many.id } });
    expect(kept?.useCount).toBe(1);
    await expectExactCounters();
  });

  test("with approval the person waits; limits hold when they are let in (L13)", async () => {
    const here = await aTenant();
    await limitTo(here, { groupMembers: 2 });
    const { communityId, groupId } = await aHouse(here);
    const { token } = await createInvite(here.as("owner"), { communityId, groupId, approval: true });
    const [a = "", b = "", c = ""] = await someMembers(here.tenantId, 3);
    for (const memberId of [a, b, c, a]) {
      expect(await unsafeJoinByInvite(door(here), { token, memberId })).toMatchObject({ status: "pending" });
    }
    const waiting = await listJoinRequests(here.as("owner"), { communityId, limit: 50 });
    expect(waiting.data.map((one) => one.memberId)).toEqual([a, b, c]);
    const decide = (index: number, approve: boolean) =>
      decideJoinRequest(here.as("owner"), { requestId: waiting.data[index]?.id ?? "", approve });
    await decide(0, true);
    await expect(decide(0, true)).rejects.toMatchObject({ code: "illegal_transition" });
    await expect(decide(1, true)).rejects.toMatchObject({ code: "group_full" });
    await decide(2, false);
    const left = await listJoinRequests(here.as("owner"), { communityId, limit: 50 });
    expect(left.data.map((one) => one.memberId)).toEqual([b]);
    await expectExactCounters();
  });

  test("R3, R4: community and room admins invite, members and marketers do not", async () => {
    const here = await aTenant();
    const { communityId, groupId } = await aHouse(here);
    const [roomAdmin = "", plain = ""] = await someMembers(here.tenantId, 2);
    await addGroupMembers(here.as("owner"), { groupId, memberIds: [roomAdmin], role: "admin" });
    await addGroupMembers(here.as("owner"), { groupId, memberIds: [plain] });
    expect(await createInvite(here.as({ memberId: roomAdmin }), { communityId, groupId })).toHaveProperty(
      "token",
    );
    for (const ctx of [here.as({ memberId: plain }), here.as("marketer", [communityId])]) {
      await expect(createInvite(ctx, { communityId, groupId })).rejects.toMatchObject({
        code: "not_allowed",
      });
    }
    const whole = createInvite(here.as({ memberId: roomAdmin }), { communityId });
    await expect(whole).rejects.toMatchObject({ code: "not_allowed" });
  });

  test("T3: ids and tokens of another tenant are unknown here", async () => {
    const { here, there } = await aWorld();
    const { communityId, groupId } = await aHouse(there);
    const { id, token } = await createInvite(there.as("owner"), { communityId, groupId });
    const foreign = createInvite(here.as("owner"), { communityId });
    await expect(foreign).rejects.toMatchObject({ issues: [{ path: "communityId", code: "unknown_id" }] });
    await expect(revokeInvite(here.as("owner"), { inviteId: id })).rejects.toMatchObject({
      code: "not_found",
    });
    const join = unsafeJoinByInvite(door(here), { token, memberId: here.ownerMemberId });
    await expect(join).rejects.toMatchObject({ code: "not_found" });
  });
});
