import "server-only";
import { ensureOwnMember } from "@/lib/communities/commands/ensure-own-member";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { canReadMessages } from "../policy";
import { findRoomStanding } from "../queries/find-room-standing";

/**
 * Asks those who look after a room to look at a message, once a person; again changes nothing (C4). Who asked is told to nobody.
 * @throws Refusal `not_found` also for what was removed, `not_allowed`, `not_granted`
 */
export async function reportMessage(
  ctx: TenantContext,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const message = await ctx.db.message.findFirst({
    where: { id, removedAt: null },
    select: { groupId: true },
  });
  if (!message) throw notFound();
  const { groupId } = message;
  authorize(canReadMessages(ctx.actor, await findRoomStanding(ctx, groupId)));
  await inTransaction(ctx, async (tx) => {
    const reporterId = await ensureOwnMember(tx);
    const report = { messageId: id, reporterId, groupId, reason, createdAt: tx.now };
    await tx.db.messageReport.createMany({ data: [report], skipDuplicates: true });
  });
}
