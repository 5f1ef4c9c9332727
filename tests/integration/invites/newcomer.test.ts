import { describe, expect, test } from "vitest";
import { createInvite } from "@/lib/invites/commands/create-invite";
import { joinAsNewcomer } from "@/lib/invites/commands/join-as-newcomer";
import { openAccount } from "@/lib/invites/commands/open-account";
import { revokeInvite } from "@/lib/invites/commands/revoke-invite";
import { joinForm } from "@/lib/invites/join-schema";
import { findInvitation, inviteContext } from "@/lib/invites/queries/find-invitation";
import { findOwnPlace } from "@/lib/invites/queries/find-own-place";
import { aCommunity, aGroup, limitTo } from "../../support/village";
import { aMember, aTenant, NOON } from "../../support/world";

const visitor = { now: NOON, locale: "pt-BR" as const, ip: "203.0.113.7" };

async function aDoor(approval = false) {
  const here = await aTenant();
  const communityId = await aCommunity(here);
  const groupId = await aGroup(here, communityId);
  const { token } = await createInvite(here.as("owner"), { communityId, groupId, approval });
  const ctx = inviteContext(token, visitor);
  if (!ctx) throw new Error("a token names its tenant");
  return { here, communityId, groupId, token, ctx };
}

describe("H7: a newcomer by link", () => {
  test("becomes a member with the consents they ticked, is let in, and gets an account nobody had", async () => {
    const { here, groupId, token, ctx } = await aDoor();
    const email = `ana-${here.slug}@x.example`;
    const form = joinForm.parse({
      name: " Ana  Lima",
      email,
      phone: "(11) 91234-5678",
      consents: ["whatsapp"],
    });
    const joined = await joinAsNewcomer(ctx, token, form);
    expect(joined).toMatchObject({ status: "joined", groupId });
    const { db } = here.as("owner");
    const consents = await db.consent.findMany({ where: { memberId: joined.memberId } });
    expect(consents).toMatchObject([{ channel: "whatsapp", granted: true, source: "invite" }]);
    const known = await db.identifier.findMany({
      where: { memberId: joined.memberId },
      select: { value: true },
    });
    expect(known.map((one) => one.value).sort()).toEqual(["+5511912345678", email]);
    const account = await openAccount(ctx, { memberId: joined.memberId, email, name: "Ana" });
    expect(
      await findOwnPlace(ctx, account?.id ?? "", { communityId: joined.communityId, groupId }),
    ).toMatchObject({ isIn: true });
    expect(await openAccount(ctx, { memberId: joined.memberId, email, name: "Outra" })).toBeNull();
  });

  test("B6: while the tenant is read-only nobody comes in, and nobody is made", async () => {
    const { here, token, ctx } = await aDoor();
    const { db } = here.as("owner");
    await db.tenant.updateMany({ data: { readOnlyFrom: NOON } });
    const before = await db.member.count();
    const form = joinForm.parse({ name: "Ana", email: `ana-${here.slug}@x.example` });
    await expect(joinAsNewcomer(ctx, token, form)).rejects.toMatchObject({
      code: "read_only",
      params: { reason: "unpaid" },
    });
    expect(await db.member.count()).toBe(before);
  });

  test("who is known by e-mail or phone is neither joined nor signed in by typing it", async () => {
    const { here, groupId, token, ctx } = await aDoor();
    const bia = await aMember(here.tenantId, {
      email: `bia-${here.slug}@x.example`,
      phone: "+5511987654321",
    });
    const byMail = joinAsNewcomer(
      ctx,
      token,
      joinForm.parse({ name: "X", email: `BIA-${here.slug}@x.example` }),
    );
    await expect(byMail).rejects.toMatchObject({ code: "duplicate_identifier", issues: [{ path: "email" }] });
    const byPhone = joinAsNewcomer(ctx, token, joinForm.parse({ name: "X", phone: "11 98765-4321" }));
    await expect(byPhone).rejects.toMatchObject({
      code: "duplicate_identifier",
      issues: [{ path: "phone" }],
    });
    const { db } = here.as("owner");
    expect(await db.groupMember.count({ where: { groupId, memberId: bia } })).toBe(0);
    expect(await db.member.count({ where: { name: "X" } })).toBe(0);
    expect((await db.invite.findFirst())?.useCount).toBe(0);
  });

  test.each([
    ["without the ninth digit", "(11) 8765-4321"],
    ["with a trunk zero", "011 98765-4321"],
    ["with a trunk zero and without the ninth digit", "011 8765-4321"],
    ["with the country's number", "+55 (11) 8765-4321"],
  ])("X20: who is known by phone is known %s too, and nobody is made twice", async (_, phone) => {
    const { here, token, ctx } = await aDoor();
    await aMember(here.tenantId, { phone: "+5511987654321" });
    const { db } = here.as("owner");
    const before = await db.member.count();
    await expect(joinAsNewcomer(ctx, token, joinForm.parse({ name: "X", phone }))).rejects.toMatchObject({
      code: "duplicate_identifier",
      issues: [{ path: "phone" }],
    });
    expect(await db.member.count()).toBe(before);
    expect((await db.invite.findFirst())?.useCount).toBe(0);
  });

  test("X18: a revoked link opened by preview robots says so, counts nothing and lets nobody in", async () => {
    const { here, token, ctx } = await aDoor();
    const { db } = here.as("owner");
    const { id } = await db.invite.findFirstOrThrow({ select: { id: true } });
    await revokeInvite(here.as("owner"), { inviteId: id });
    const before = [await db.member.count(), await db.invite.findFirst()];
    for (let robot = 0; robot < 3; robot++)
      expect(await findInvitation(ctx, token)).toMatchObject({ state: "revoked" });
    const form = joinForm.parse({ name: "Ana", email: `ana-${here.slug}@x.example` });
    await expect(joinAsNewcomer(ctx, token, form)).rejects.toMatchObject({ code: "invite_revoked" });
    expect([await db.member.count(), await db.invite.findFirst()]).toEqual(before);
  });

  test("refused for lack of room, nothing of them is kept", async () => {
    const { here, token, ctx } = await aDoor();
    await limitTo(here, { groupMembers: 1 });
    const joining = joinAsNewcomer(
      ctx,
      token,
      joinForm.parse({ name: "Caio", email: `caio-${here.slug}@x.example` }),
    );
    await expect(joining).rejects.toMatchObject({ code: "group_full" });
    expect(await here.as("owner").db.member.count({ where: { name: "Caio" } })).toBe(0);
    expect(await findInvitation(ctx, token)).toMatchObject({ state: "full" });
  });

  test("X18: the page tells no member and no small number, and opening it consumes nothing", async () => {
    const { here, token, ctx } = await aDoor(true);
    const seen = await findInvitation(ctx, token);
    expect(seen).toMatchObject({ state: "open", approval: true, community: { memberCount: "<5" } });
    expect(JSON.stringify(seen)).not.toContain("Inês");
    expect((await here.as("owner").db.invite.findFirst())?.useCount).toBe(0);
    expect(await findInvitation(ctx, `${token}x`)).toBeNull();
    expect(inviteContext("short", visitor)).toBeNull();
  });

  test("neither e-mail nor phone is an error at the field", () => {
    const parsed = joinForm.safeParse({ name: "Ana" });
    expect(parsed.error?.issues).toMatchObject([{ path: ["email"], message: "contact_missing" }]);
  });
});
