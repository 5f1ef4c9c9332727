import "server-only";
import { unsafeAddCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { unsafeLockOpenCommunity } from "@/lib/communities/commands/lock-community";
import type { Added } from "@/lib/communities/types";
import { unsafeAddGroupMembers } from "@/lib/groups/commands/add-group-members";
import { refuseBanned } from "@/lib/groups/commands/refuse-banned";
import { hashToken } from "@/lib/platform/auth/tokens";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import { invalidInput, notFound, Refusal } from "@/lib/shared/refusal";
import { assertWritable } from "@/lib/tenants/queries/assert-writable";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { type HeldInvite, insertJoinRequest, lockInvite } from "../invites-sql";
import { inviteState, refusalOf } from "../rules";
import type { Joined } from "../types";

export type JoinInput = { token: string; memberId: string; groupId?: string | null };

/**
 * Brings a member in by an invite link: into its room, into an open room they chose, or into the community alone. With
 * approval they wait. The token is the permission; that the member is who they say, the caller answers for.
 *
 * Revoked, expired and used up are judged, and the use is counted, under the invite's lock (H7, X17, X18): only a join or a
 * request consumes a use.
 * @throws Refusal `not_found` for an unknown token, `invite_revoked`, `invite_expired`, `invite_used_up`, `already_member`,
 * `banned`, `group_full`, `community_full`, `read_only`, `invalid_input` at `groupId`
 */
export function unsafeJoinByInvite(ctx: TenantContext, input: JoinInput): Promise<Joined> {
  return inTransaction(ctx, async (tx) => {
    const invite = await unsafeHoldInvite(tx, input.token);
    const { communityId } = invite;
    const groupId = invite.groupId ?? (await chosenGroup(tx, communityId, input.groupId ?? null));
    await refuseIfIn(tx, { communityId, groupId, memberId: input.memberId });
    const place = { communityId, groupId, memberId: input.memberId };
    const joined = invite.approval ? await request(tx, invite, place) : await enter(tx, place);
    if (joined.isNew)
      await tx.db.invite.updateMany({ where: { id: invite.id }, data: { useCount: { increment: 1 } } });
    return joined.result;
  });
}

/**
 * Holds the invite of a token, after its community: an open one only. Inside a transaction.
 * @throws Refusal `not_found`, `invite_revoked`, `invite_expired`, `invite_used_up`, `read_only`
 */
export async function unsafeHoldInvite(ctx: TenantContext, token: string): Promise<HeldInvite> {
  await assertWritable(ctx);
  const tokenHash = hashToken(token);
  const known = await ctx.db.invite.findFirst({ where: { tokenHash }, select: { communityId: true } });
  if (!known) throw notFound();
  await unsafeLockOpenCommunity(ctx, known.communityId);
  const invite = await lockInvite(ctx.db, tokenHash);
  if (!invite) throw notFound();
  const code = refusalOf(inviteState(invite, ctx.now));
  if (code) throw new Refusal(code);
  return invite;
}

type Place = { communityId: string; groupId: string | null; memberId: string };

async function chosenGroup(ctx: TenantContext, communityId: string, groupId: string | null) {
  if (groupId === null) return null;
  const where = { id: groupId, communityId, joinMode: "open", archivedAt: null };
  const group = await ctx.db.group.findFirst({ where, select: { id: true } });
  if (!group) throw invalidInput({ path: "groupId", code: "unknown_id" });
  return groupId;
}

async function refuseIfIn(ctx: TenantContext, { communityId, groupId, memberId }: Place): Promise<void> {
  const select = { memberId: true } as const;
  const known = groupId
    ? await ctx.db.groupMember.findFirst({ where: { groupId, memberId }, select })
    : await ctx.db.communityMember.findFirst({ where: { communityId, memberId }, select });
  if (known) throw new Refusal("already_member");
}

async function request(ctx: TenantContext, invite: HeldInvite, place: Place) {
  await refuseBanned(ctx, place);
  const isNew = await insertJoinRequest(ctx.db, { id: newId(), inviteId: invite.id, now: ctx.now, ...place });
  const { communityId, groupId } = place;
  return { isNew, result: { status: "pending" as const, communityId, groupId } };
}

async function enter(ctx: TenantContext, place: Place) {
  return { isNew: true, result: { status: "joined" as const, ...(await unsafeEnter(ctx, place)) } };
}

/**
 * Puts one member into a community, or into a room of it, within their limits (L13).
 * @throws Refusal `banned`, `group_full`, `community_full`, `already_member`, `read_only`
 */
export async function unsafeEnter(
  ctx: TenantContext,
  { communityId, groupId, memberId }: Place,
): Promise<{ communityId: string; groupId: string | null }> {
  const memberIds = [memberId];
  if (groupId === null) {
    await refuse(ctx, await unsafeAddCommunityMembers(ctx, { communityId, memberIds }));
    return { communityId, groupId };
  }
  const added = await unsafeAddGroupMembers(ctx, { communityId, groupId, memberIds });
  await refuse(ctx, added);
  return { communityId, groupId: added.placed[0]?.groupId ?? groupId };
}

async function refuse(ctx: TenantContext, { added, refused }: Added): Promise<void> {
  const code = refused[0]?.code;
  if (code === undefined && added > 0) return;
  const limits = await findLimits(ctx);
  if (code === "group_full") throw new Refusal(code, { limit: limits.groupMembers });
  if (code === "community_full") throw new Refusal(code, { limit: limits.communityMembers });
  if (code === "banned") throw new Refusal(code);
  throw code ? notFound() : new Refusal("already_member");
}
