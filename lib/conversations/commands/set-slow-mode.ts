import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canModerate } from "../policy";
import { findRoomStanding } from "../queries/find-room-standing";

/**
 * How long each waits between two messages in a room, 0 for not at all; who looks after it does not wait (C4). Audited (R6).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function setSlowMode(
  ctx: TenantContext,
  { groupId, seconds }: { groupId: string; seconds: number },
): Promise<void> {
  const standing = await findRoomStanding(ctx, groupId);
  authorize(canModerate(ctx.actor, standing));
  await inTransaction(ctx, async (tx) => {
    const before = await tx.db.group.findFirst({ where: { id: groupId }, select: { slowSeconds: true } });
    if (!before || before.slowSeconds === seconds) return;
    await tx.db.group.updateMany({ where: { id: groupId }, data: { slowSeconds: seconds } });
    await recordAudit(tx, {
      action: "group.slow_mode_set",
      subjectKind: "group",
      subjectId: groupId,
      communityId: standing.communityId,
      before: { slowSeconds: before.slowSeconds },
      after: { slowSeconds: seconds },
    });
  });
}
