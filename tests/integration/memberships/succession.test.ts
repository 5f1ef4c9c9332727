import { beforeEach, describe, expect, test } from "vitest";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { leaveCommunity } from "@/lib/communities/commands/leave-community";
import { setCommunityRole } from "@/lib/communities/commands/set-community-role";
import { listLonePlaces } from "@/lib/communities/queries/list-lone-places";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { leaveGroup } from "@/lib/groups/commands/leave-group";
import { nameSuccessor } from "@/lib/memberships/commands/name-successor";
import { suspendMember } from "@/lib/memberships/commands/suspend-member";
import { systemTellLoneAdmins } from "@/lib/memberships/commands/tell-lone-admins";
import { getSuccession } from "@/lib/memberships/queries/get-succession";
import { mergeMembers } from "@/lib/merges/commands/merge-members";
import { systemContext, type TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { asOwner } from "../../support/as-owner";
import { aCommunity, aGroup } from "../../support/village";
import { aMember, aTenant, type Neighbour } from "../../support/world";

let here: Neighbour;
let ctx: TenantContext;
let communityId: string;
/** The only admin of the community, and two plain members. */
let admin: string;
let ana: string;
let bia: string;
const place = () => ({ communityId, groupId: null });

beforeEach(async () => {
  here = await aTenant();
  ctx = here.as("owner");
  communityId = await aCommunity(here);
  const seat = await ctx.db.communityMember.findFirstOrThrow({
    where: { communityId },
    select: { memberId: true },
  });
  admin = seat.memberId;
  ana = await aMember(here.tenantId, { name: "Ana", email: "ana@vila.example" });
  bia = await aMember(here.tenantId, { name: "Bia" });
  await addCommunityMembers(ctx, { communityId, memberIds: [ana, bia], role: "member" });
});

const roleOf = async (memberId: string) =>
  (await ctx.db.communityMember.findFirst({ where: { communityId, memberId }, select: { role: true } }))
    ?.role ?? null;
const counted = async () =>
  ctx.db.community.findFirstOrThrow({
    where: { id: communityId },
    select: { adminCount: true, memberCount: true },
  });
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error) => (error instanceof Refusal ? error.code : error),
  );

const queuedMails = async () => {
  const jobs = await asOwner<{ n: number }>(
    process.env.DATABASE_URL ?? "",
    "SELECT count(*)::int AS n FROM graphile_worker._private_jobs WHERE payload -> 'mail' ->> 'text' LIKE '%' || $1 || '%'",
    [here.slug],
  );
  return jobs[0]?.n ?? 0;
};

describe("H9, H4: the last admin goes", () => {
  test("nobody named: refused, nothing changed", async () => {
    expect(await code(leaveCommunity(ctx, { communityId, memberId: admin }))).toBe("last_admin");
    expect(await roleOf(admin)).toBe("admin");
  });

  test("the one who is named takes over in the same moment, counted", async () => {
    await nameSuccessor(ctx, { ...place(), memberId: ana });
    await leaveCommunity(ctx, { communityId, memberId: admin });
    expect([await roleOf(admin), await roleOf(ana)]).toEqual([null, "admin"]);
    expect(await counted()).toEqual({ adminCount: 1, memberCount: 2 });
  });

  test("who has left meanwhile takes over nothing", async () => {
    await nameSuccessor(ctx, { ...place(), memberId: ana });
    await leaveCommunity(ctx, { communityId, memberId: ana });
    expect(await code(setCommunityRole(ctx, { communityId, memberId: admin, role: "member" }))).toBe(
      "last_admin",
    );
  });

  test("who is suspended takes over nothing", async () => {
    await nameSuccessor(ctx, { ...place(), memberId: ana });
    await suspendMember(ctx, ana);
    expect(await code(setCommunityRole(ctx, { communityId, memberId: admin, role: "member" }))).toBe(
      "last_admin",
    );
  });

  test("two who go at the same moment leave one admin behind", async () => {
    await setCommunityRole(ctx, { communityId, memberId: bia, role: "admin" });
    await nameSuccessor(ctx, { ...place(), memberId: ana });
    const both = [admin, bia].map((memberId) => leaveCommunity({ ...ctx }, { communityId, memberId }));
    await Promise.allSettled(both);
    expect(await roleOf(ana)).toBe("admin");
    expect(await counted()).toEqual({ adminCount: 1, memberCount: 1 });
  });

  test("two who go at the same moment with nobody named: one stays, and is told why", async () => {
    await setCommunityRole(ctx, { communityId, memberId: bia, role: "admin" });
    const both = [admin, bia].map((memberId) => code(leaveCommunity({ ...ctx }, { communityId, memberId })));
    expect((await Promise.all(both)).filter((said) => said === "last_admin")).toHaveLength(1);
    expect(await counted()).toMatchObject({ adminCount: 1 });
  });

  test("the same in a room", async () => {
    const groupId = await aGroup(here, communityId);
    await addGroupMembers(ctx, { groupId, memberIds: [ana], role: "member" });
    const seat = await ctx.db.groupMember.findFirstOrThrow({
      where: { groupId, role: "admin" },
      select: { memberId: true },
    });
    await nameSuccessor(ctx, { communityId, groupId, memberId: ana });
    await leaveGroup(ctx, { groupId, memberId: seat.memberId });
    const after = await ctx.db.groupMember.findMany({
      where: { groupId },
      select: { memberId: true, role: true },
    });
    expect(after).toEqual([{ memberId: ana, role: "admin" }]);
  });
});

describe("Naming a successor", () => {
  test("is for those who name admins: members who administer it, and nobody else", async () => {
    const asAdmin = here.as({ memberId: admin });
    await nameSuccessor(asAdmin, { ...place(), memberId: ana });
    expect((await getSuccession(asAdmin, place())).successor).toMatchObject({ memberId: ana });
    expect(await code(nameSuccessor(here.as({ memberId: ana }), { ...place(), memberId: bia }))).toBe(
      "not_allowed",
    );
    const outside = await aMember(here.tenantId);
    expect(await code(nameSuccessor(here.as({ memberId: outside }), { ...place(), memberId: bia }))).toBe(
      "not_found",
    );
  });

  test("names somebody of the place who does not administer it", async () => {
    const outside = await aMember(here.tenantId);
    expect(await code(nameSuccessor(ctx, { ...place(), memberId: outside }))).toBe("invalid_input");
    expect(await code(nameSuccessor(ctx, { ...place(), memberId: admin }))).toBe("invalid_input");
  });

  test("X20: follows the person when two records become one", async () => {
    await nameSuccessor(ctx, { ...place(), memberId: ana });
    await mergeMembers(ctx, { intoId: bia, fromId: ana });
    expect((await getSuccession(ctx, place())).successor).toMatchObject({ memberId: bia });
  });
});

describe("H9: a place that hangs on one active person", () => {
  test("is flagged, and no more once another is named", async () => {
    expect(await listLonePlaces(ctx, { communityId })).toMatchObject([
      { communityId, active: 1, hasSuccessor: false },
    ]);
    await setCommunityRole(ctx, { communityId, memberId: ana, role: "admin" });
    expect(await listLonePlaces(ctx, { communityId })).toEqual([]);
  });

  test("an admin who was not here for longer than the tenant says does not count", async () => {
    await setCommunityRole(ctx, { communityId, memberId: ana, role: "admin" });
    const later = { ...ctx, now: new Date(Date.now() + 40 * 86_400_000) };
    expect(await listLonePlaces(later, { communityId })).toMatchObject([{ active: 0, admins: 2 }]);
    await ctx.db.memberActivity.create({ data: { memberId: ana, seenAt: later.now } });
    expect(await listLonePlaces(later, { communityId })).toMatchObject([{ active: 1, activeAdminId: ana }]);
    await ctx.db.tenant.updateMany({ data: { settings: { adminActiveDays: 60 } } });
    expect(await listLonePlaces(later, { communityId })).toEqual([]);
  });

  test("is told once to the owners and to that admin, and again after it was mended", async () => {
    const told = async () => {
      const before = await queuedMails();
      await systemTellLoneAdmins(systemContext(here.tenantId, "test", ctx.now));
      return (await queuedMails()) - before;
    };
    expect(await told()).toBeGreaterThan(0);
    expect(await told()).toBe(0);
    await setCommunityRole(ctx, { communityId, memberId: ana, role: "admin" });
    expect(await told()).toBe(0);
    await setCommunityRole(ctx, { communityId, memberId: ana, role: "member" });
    expect(await told()).toBeGreaterThan(0);
  });
});
