import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { unsafeLeaveCommunity } from "@/lib/communities/commands/leave-community";
import { unsafeLockCommunity } from "@/lib/communities/commands/lock-community";
import { unsafeLeaveGroup } from "@/lib/groups/commands/leave-group";
import { unsafeLockGroup } from "@/lib/groups/commands/lock-group";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { invalidInput } from "@/lib/shared/refusal";
import { closeDoors, keepOut, lockAllCommunities } from "../bans-sql";
import { canBan } from "../policy";
import { authorizeBans } from "../queries/authorize-bans";
import { type BanInput, banInput } from "../schema";
import type { BanPlace } from "../types";

/**
 * Takes somebody out of a room (with its siblings), a community or all of them, and keeps them from coming back by any of
 * their identifiers, whatever the way in (C4, X19). Their waiting requests are refused and their invite links end.
 * Banned there already, nothing changes.
 * @returns the ban in force
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `last_admin` (H4), `invalid_input` at `memberId`
 */
export async function banMember(ctx: TenantContext, input: BanInput): Promise<{ id: string }> {
  const { memberId, reason, ...asked } = banInput.parse(input);
  const standing = await authorizeBans(ctx, asked);
  await checkTarget(ctx, memberId, asked);
  const leadsCommunity = await isLeader(ctx, memberId, asked.communityId);
  authorize(canBan(ctx.actor, { memberId, leadsCommunity }, standing));
  return inTransaction(ctx, async (tx) => {
    const place = await takeOut(tx, memberId, asked);
    const inForce = { memberId, ...place, liftedAt: null };
    const known = await tx.db.ban.findFirst({ where: inForce, select: { id: true } });
    if (known) return known;
    const id = newId();
    await tx.db.ban.create({
      data: { id, memberId, ...place, reason, createdAt: tx.now },
      select: { id: true },
    });
    await keepOut(tx.db, id, memberId);
    await closeDoors(tx.db, memberId, place, tx.now);
    const details = { banId: id, ...place };
    await recordAudit(tx, { action: "member.banned", subjectKind: "member", subjectId: memberId, details });
    return { id };
  });
}

async function isLeader(ctx: TenantContext, memberId: string, communityId: string | null): Promise<boolean> {
  if (communityId === null) return false;
  return (await ctx.db.communityMember.count({ where: { communityId, memberId, role: "admin" } })) > 0;
}

/** Members who administer a place ban whom they meet there: somebody in it or at its door. Others are nobody to them (T3). */
async function checkTarget(ctx: TenantContext, memberId: string, place: BanPlace): Promise<void> {
  const { communityId, groupId } = place;
  const isKnown = async () => {
    if (ctx.actor.kind !== "member") return (await ctx.db.member.count({ where: { id: memberId } })) > 0;
    if (communityId === null) return false;
    const here = groupId === null ? { communityId, memberId } : { groupId, memberId };
    const [seats, requests] = await Promise.all([
      groupId === null
        ? ctx.db.communityMember.count({ where: { communityId, memberId } })
        : ctx.db.groupMember.count({ where: { groupId, memberId } }),
      ctx.db.joinRequest.count({ where: { ...here, status: "pending" } }),
    ]);
    return seats + requests > 0;
  };
  if (!(await isKnown())) throw invalidInput({ path: "memberId", code: "unknown_id" });
}

/** Frees their places under the locks that joins take too. @returns where the ban holds: of a family, its first room */
async function takeOut(tx: TenantContext, memberId: string, place: BanPlace): Promise<BanPlace> {
  const { communityId, groupId } = place;
  if (communityId !== null && groupId !== null) {
    const { group, siblings } = await unsafeLockGroup(tx, { communityId, groupId });
    for (const room of [group, ...siblings]) await unsafeLeaveGroup(tx, room, memberId);
    return { communityId, groupId: group.overflowOf ?? group.id };
  }
  if (communityId === null) await lockAllCommunities(tx.db);
  else await unsafeLockCommunity(tx, communityId);
  const memberships = await tx.db.communityMember.findMany({
    where: { memberId, ...(communityId !== null && { communityId }) },
    select: { communityId: true },
    orderBy: { communityId: "asc" },
  });
  for (const { communityId: id } of memberships)
    await unsafeLeaveCommunity(tx, { communityId: id, memberId });
  return { communityId, groupId: null };
}
