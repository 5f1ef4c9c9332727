import { beforeEach, describe, expect, test } from "vitest";
import { findStaffActor } from "@/lib/accounts/queries/find-staff-actor";
import { listStreamRights } from "@/lib/accounts/queries/list-stream-rights";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { nameSuccessor } from "@/lib/memberships/commands/name-successor";
import { reinstateMember, suspendMember } from "@/lib/memberships/commands/suspend-member";
import type { TenantContext } from "@/lib/platform/context";
import { aCommunity } from "../../support/village";
import { aMember, aTenant, type Neighbour } from "../../support/world";

let here: Neighbour;
let ctx: TenantContext;
let communityId: string;
let ana: string;

beforeEach(async () => {
  here = await aTenant();
  ctx = here.as("owner");
  communityId = await aCommunity(here);
  ana = await aMember(here.tenantId, { name: "Ana" });
  await addCommunityMembers(ctx, { communityId, memberIds: [ana], role: "member" });
});

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: { code: string }) => error.code,
  );
const suspendedAt = async (id: string) =>
  (await ctx.db.member.findFirst({ where: { id }, select: { suspendedAt: true } }))?.suspendedAt ?? null;

describe("Suspending a member", () => {
  test("keeps them where they are, and takes every role back; again changes nothing", async () => {
    await addCommunityMembers(ctx, { communityId, memberIds: [await aMember(here.tenantId)], role: "admin" });
    await suspendMember(ctx, here.ownerMemberId);
    await suspendMember(ctx, here.ownerMemberId);
    expect(await suspendedAt(here.ownerMemberId)).toEqual(ctx.now);
    const seat = await ctx.db.communityMember.findFirst({
      where: { communityId, memberId: here.ownerMemberId },
      select: { role: true },
    });
    expect(seat).toEqual({ role: "member" });
  });

  test("H4: the last admin is not suspended; with a successor named they are, and that one takes over", async () => {
    expect(await refusalOf(suspendMember(ctx, here.ownerMemberId))).toBe("last_admin");
    expect(await suspendedAt(here.ownerMemberId)).toBeNull();
    await nameSuccessor(ctx, { communityId, groupId: null, memberId: ana });
    await suspendMember(ctx, here.ownerMemberId);
    const admins = await ctx.db.communityMember.findMany({
      where: { communityId, role: "admin" },
      select: { memberId: true },
    });
    expect(admins).toEqual([{ memberId: ana }]);
  });

  test("R7: an owner's own member record gives them no tie any more, in open streams either", async () => {
    const { userId } = here.staff.owner;
    const tie = async () => {
      const { staff } = await listStreamRights(here.tenantId, { userIds: [userId], keyHashes: [] });
      const inStreams = staff.get(userId)?.actor.memberId ?? null;
      return [(await findStaffActor(here.tenantId, userId))?.memberId ?? null, inStreams];
    };
    expect(await tie()).toEqual([here.ownerMemberId, here.ownerMemberId]);
    await nameSuccessor(ctx, { communityId, groupId: null, memberId: ana });
    await suspendMember(ctx, here.ownerMemberId);
    expect(await tie()).toEqual([null, null]);
    await reinstateMember(ctx, here.ownerMemberId);
    expect(await tie()).toEqual([here.ownerMemberId, here.ownerMemberId]);
  });

  test("an unknown person is not there, and who does not manage people may not", async () => {
    expect(await refusalOf(suspendMember(ctx, here.tenantId))).toBe("not_found");
    expect(await refusalOf(suspendMember(here.as("agent"), ana))).toBe("not_allowed");
    expect(await refusalOf(reinstateMember(here.as({ memberId: ana }), ana))).toBe("not_allowed");
  });
});
