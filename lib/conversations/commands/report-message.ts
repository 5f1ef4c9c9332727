import "server-only";
import { ensureOwnMember } from "@/lib/communities/commands/ensure-own-member";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canReadMessages } from "../policy";
import { findStandingMessage } from "../queries/find-message";

/**
 * Asks those who look after a room to look at a message, once a person; again changes nothing (C4). Who asked is told to nobody.
 * @throws Refusal `not_found` also for what was removed, `not_allowed`, `not_granted`
 */
export async function reportMessage(
  ctx: TenantContext,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { groupId, standing } = await findStandingMessage(ctx, id);
  authorize(canReadMessages(ctx.actor, standing));
  await inTransaction(ctx, async (tx) => {
    const reporterId = await ensureOwnMember(tx);
    const report = { messageId: id, reporterId, groupId, reason, createdAt: tx.now };
    await tx.db.messageReport.createMany({ data: [report], skipDuplicates: true });
  });
}
