import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { ensureOwnMember } from "@/lib/communities/commands/ensure-own-member";
import { dropMedia } from "@/lib/media/commands/show-media";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { removeFileBytes } from "@/lib/platform/files/remove-files";
import { authorize } from "@/lib/shared/decision";
import { announceRoom } from "../announce-room";
import { takeBody } from "../log-sql";
import { canRemoveMessage } from "../policy";
import { findMessage } from "../queries/find-message";

/**
 * Removes a message for everybody: one's own, or somebody's as an admin, which is audited (C1, C4). The place stays, its
 * text and what it showed go. Removing twice changes nothing.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function removeMessage(ctx: TenantContext, { id }: { id: string }): Promise<void> {
  const { groupId, authorId, standing } = await findMessage(ctx, id);
  authorize(canRemoveMessage(ctx.actor, standing, authorId));
  const files = await inTransaction(ctx, async (tx) => {
    const removedBy = await ensureOwnMember(tx);
    const count = await takeBody(tx.db, { id, groupId, removedBy, now: tx.now });
    if (count === 0) return [];
    const details = { groupId };
    if (removedBy !== authorId)
      await recordAudit(tx, { action: "message.removed", subjectKind: "message", subjectId: id, details });
    return await dropMedia(tx, { kind: "message", id });
  });
  await removeFileBytes(ctx.tenantId, files);
  announceRoom(ctx, groupId);
}
