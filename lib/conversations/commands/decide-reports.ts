import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { ensureOwnMember } from "@/lib/communities/commands/ensure-own-member";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canModerate } from "../policy";
import { findMessage } from "../queries/find-message";
import { removeMessage } from "./remove-message";

/**
 * Decides what was reported of a message: it is removed, or stands. Audited either way; without an open report nothing changes
 * (C4, R6).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function decideReports(
  ctx: TenantContext,
  { id, remove }: { id: string; remove: boolean },
): Promise<void> {
  const { groupId, standing } = await findMessage(ctx, id);
  authorize(canModerate(ctx.actor, standing));
  const open = { messageId: id, decidedAt: null };
  if ((await ctx.db.messageReport.count({ where: open })) === 0) return;
  // Before the decision: a removal that failed leaves the report where it is.
  if (remove) await removeMessage(ctx, { id });
  await inTransaction(ctx, async (tx) => {
    const decidedBy = await ensureOwnMember(tx);
    const { count } = await tx.db.messageReport.updateMany({
      where: open,
      data: { decidedAt: tx.now, decidedBy },
    });
    if (count === 0) return;
    await recordAudit(tx, {
      action: "message.reports_decided",
      subjectKind: "message",
      subjectId: id,
      communityId: standing.communityId,
      details: { groupId, reports: count, removed: remove },
    });
  });
}
