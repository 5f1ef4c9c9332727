import "server-only";
import { labelOf, ownMemberId } from "@/lib/communities/actor-rules";
import { unsafeFreePlace } from "@/lib/communities/commands/free-place";
import { lastAmong, outcomesOf } from "@/lib/communities/rules";
import type { PersonOutcome } from "@/lib/communities/types";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { refusedCodes } from "@/lib/platform/refused-alone";
import { authorize } from "@/lib/shared/decision";
import { deleteSeats } from "../group-sql";
import { canManageGroupMembers } from "../policy";
import { findGroupStanding } from "../queries/find-group-standing";
import { unsafeLeaveGroup } from "./leave-group";
import { unsafeLockGroup } from "./lock-group";

/**
 * Frees many seats of a room; the people stay in its community (H3, X12). If all its admins are among them, the last one goes
 * through the guard (H4).
 * @returns what came of each; refused with `not_a_member` or `last_admin`
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function removeGroupMembers(
  ctx: TenantContext,
  { groupId, memberIds }: { groupId: string; memberIds: readonly string[] },
): Promise<PersonOutcome[]> {
  const standing = await findGroupStanding(ctx, groupId);
  authorize(canManageGroupMembers(ctx.actor, standing));
  const { communityId } = standing;
  return inTransaction(ctx, async (tx) => {
    const { group } = await unsafeLockGroup(tx, { communityId, groupId });
    const admins = await tx.db.groupMember.findMany({
      where: { groupId, memberId: { in: [...memberIds] }, role: "admin" },
      select: { memberId: true },
      orderBy: { memberId: "asc" },
    });
    const guarded = lastAmong(
      admins.map(({ memberId }) => memberId),
      group.adminCount,
    );
    const gone = await deleteSeats(tx.db, {
      groupId,
      communityId,
      memberIds: memberIds.filter((id) => id !== guarded),
      ownId: ownMemberId(tx.actor),
      actorLabel: labelOf(tx.actor),
      now: tx.now,
    });
    const left = { ...group, adminCount: guarded ? 1 : group.adminCount };
    const refused = await refusedCodes(tx, guarded ? [guarded] : [], (id) => unsafeLeaveGroup(tx, left, id));
    const done = new Set([...gone, ...(guarded && !refused.has(guarded) ? [guarded] : [])]);
    if (done.size > 0) await unsafeFreePlace(tx, communityId);
    return outcomesOf(memberIds, { done, refused });
  });
}
