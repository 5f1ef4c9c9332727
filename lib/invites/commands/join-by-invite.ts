import "server-only";
import { unsafeAddCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { unsafeLockOpenCommunity } from "@/lib/communities/commands/lock-community";
import type { Added, Invited } from "@/lib/communities/types";
import { unsafeAddGroupMembers } from "@/lib/groups/commands/add-group-members";
import { unsafeWaitForRoom } from "@/lib/groups/commands/wait-for-room";
import { hashToken } from "@/lib/platform/auth/tokens";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { invalidInput, notFound, Refusal } from "@/lib/shared/refusal";
import { assertWritable } from "@/lib/tenants/queries/assert-writable";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { type HeldInvite, lockInvite } from "../invites-sql";
import { inviteState, refusalOf } from "../rules";
import type { Joined } from "../types";
import { unsafeAskToJoin } from "./ask-to-join";

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
    const invited = { inviteId: invite.id, invitedBy: invite.createdByMember };
    const { joined, isNew } = invite.approval
      ? await unsafeAskToJoin(tx, { ...place, inviteId: invite.id })
      : await unsafeEnter(tx, place, invited);
    if (isNew)
      await tx.db.invite.updateMany({ where: { id: invite.id }, data: { useCount: { increment: 1 } } });
    return joined;
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

/**
 * Puts one member into a community, or into a room of it, within their limits (L13). Where no room of an overflow family
 * holds them, they wait for it and are told their place (L10).
 * @throws Refusal `banned`, `group_full`, `community_full`, `already_member`, `read_only`
 */
export async function unsafeEnter(
  ctx: TenantContext,
  { communityId, groupId, memberId }: Place,
  invited?: Invited,
): Promise<{ joined: Joined; isNew: boolean }> {
  const memberIds = [memberId];
  if (groupId === null) {
    await refuse(ctx, await unsafeAddCommunityMembers(ctx, { communityId, memberIds, invited }));
    return { joined: { status: "joined", communityId, groupId }, isNew: true };
  }
  const added = await unsafeAddGroupMembers(ctx, {
    communityId,
    groupId,
    memberIds,
    ...(invited && { invited }),
  });
  const code = added.refused[0]?.code;
  if (added.mayWait && (code === "group_full" || code === "community_full")) {
    const waiting = { communityId, groupId, memberId, inviteId: null, invitedBy: null, ...invited };
    const { position, isNew } = await unsafeWaitForRoom(ctx, waiting);
    return { joined: { status: "waiting", communityId, groupId, position }, isNew };
  }
  await refuse(ctx, added);
  const into = added.placed[0]?.groupId ?? groupId;
  return { joined: { status: "joined", communityId, groupId: into }, isNew: true };
}

async function refuse(ctx: TenantContext, { added, refused }: Added): Promise<void> {
  const code = refused[0]?.code;
  if (code === undefined && added > 0) return;
  const limits = await findLimits(ctx);
  if (code === "group_full") throw new Refusal(code, { limit: limits.groupMembers, way: "joining" });
  if (code === "community_full") throw new Refusal(code, { limit: limits.communityMembers });
  if (code === "banned") throw new Refusal(code);
  throw code ? notFound() : new Refusal("already_member");
}
