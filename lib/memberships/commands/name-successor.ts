import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { unsafeLockOpenCommunity } from "@/lib/communities/commands/lock-community";
import { unsafeLockOpenGroup } from "@/lib/groups/commands/lock-group";
import { findPlaceStanding } from "@/lib/groups/queries/find-place-standing";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { invalidInput } from "@/lib/shared/refusal";
import { canNameSuccessor } from "../policy";

export type NameSuccessor = { communityId: string; groupId: string | null; memberId: string | null };

/**
 * Names who becomes admin of a community or room when its last one goes, or nobody any more (H9). Somebody who is in the
 * place, is not suspended and does not administer it already; the same again changes nothing.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `read_only` when archived, `invalid_input` at `memberId`
 * (`unknown_id`, `already_admin`)
 */
export async function nameSuccessor(ctx: TenantContext, input: NameSuccessor): Promise<void> {
  const { communityId, groupId, memberId } = input;
  authorize(canNameSuccessor(ctx.actor, await findPlaceStanding(ctx, { communityId, groupId }), groupId));
  return inTransaction(ctx, async (tx) => {
    if (groupId) await unsafeLockOpenGroup(tx, { communityId, groupId });
    else await unsafeLockOpenCommunity(tx, communityId);
    if (memberId) await checkHeir(tx, input, memberId);
    const before = await presentSuccessor(tx, input);
    if (before === memberId) return;
    const data = { successorId: memberId };
    if (groupId) await tx.db.group.updateMany({ where: { id: groupId }, data });
    else await tx.db.community.updateMany({ where: { id: communityId }, data });
    await recordAudit(tx, {
      action: groupId ? "group.successor_named" : "community.successor_named",
      subjectKind: groupId ? "group" : "community",
      subjectId: groupId ?? communityId,
      communityId,
      before: { successorId: before },
      after: { successorId: memberId },
    });
  });
}

async function checkHeir(
  { db }: TenantContext,
  { communityId, groupId }: NameSuccessor,
  memberId: string,
): Promise<void> {
  const [seat, person] = await Promise.all([
    groupId
      ? db.groupMember.findFirst({ where: { groupId, memberId }, select: { role: true } })
      : db.communityMember.findFirst({ where: { communityId, memberId }, select: { role: true } }),
    db.member.findFirst({ where: { id: memberId, suspendedAt: null }, select: { id: true } }),
  ]);
  if (!seat || !person) throw invalidInput({ path: "memberId", code: "unknown_id" });
  if (seat.role === "admin") throw invalidInput({ path: "memberId", code: "already_admin" });
}

async function presentSuccessor(
  { db }: TenantContext,
  { communityId, groupId }: NameSuccessor,
): Promise<string | null> {
  const select = { successorId: true } as const;
  const place = groupId
    ? await db.group.findFirst({ where: { id: groupId }, select })
    : await db.community.findFirst({ where: { id: communityId }, select });
  return place?.successorId ?? null;
}
