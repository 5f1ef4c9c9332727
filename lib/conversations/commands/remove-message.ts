import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { ensureOwnMember } from "@/lib/communities/commands/ensure-own-member";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { announceRoom } from "../announce-room";
import { takeBody } from "../log-sql";
import { canRemoveMessage } from "../policy";
import { findRoomStanding } from "../queries/find-room-standing";

/**
 * Removes a message for everybody: one's own, or somebody's as an admin, which is audited (C1, C4). The place stays, its
 * text goes. Removing twice changes nothing.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function removeMessage(ctx: TenantContext, { id }: { id: string }): Promise<void> {
  const message = await ctx.db.message.findFirst({
    where: { id },
    select: { groupId: true, authorId: true },
  });
  if (!message) throw notFound();
  const { groupId, authorId } = message;
  authorize(canRemoveMessage(ctx.actor, await findRoomStanding(ctx, groupId), authorId));
  await inTransaction(ctx, async (tx) => {
    const removedBy = await ensureOwnMember(tx);
    const count = await takeBody(tx.db, { id, groupId, removedBy, now: tx.now });
    if (count === 0 || removedBy === authorId) return;
    const details = { groupId };
    await recordAudit(tx, { action: "message.removed", subjectKind: "message", subjectId: id, details });
  });
  announceRoom(ctx, groupId);
}
