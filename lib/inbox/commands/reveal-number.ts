import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canRevealNumber } from "../policy";
import { findConversation } from "../queries/find-conversation";

/**
 * The whole numbers of who wrote, for staff who otherwise see their end (P8): one person at a time, out of a conversation, and
 * audited before they are told (R6).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function revealNumber(
  ctx: TenantContext,
  { conversationId }: { conversationId: string },
): Promise<{ phones: string[] }> {
  const { memberId, communityIds } = await findConversation(ctx, conversationId);
  authorize(canRevealNumber(ctx.actor));
  return inTransaction(ctx, async (tx) => {
    await recordAudit(tx, {
      action: "member.phone_revealed",
      subjectKind: "member",
      subjectId: memberId,
      ...(communityIds?.[0] && { communityId: communityIds[0] }),
      details: { conversationId },
    });
    const rows = await tx.db.identifier.findMany({
      where: { memberId, kind: "phone" },
      select: { value: true },
      orderBy: [{ position: "asc" }, { createdAt: "asc" }],
    });
    return { phones: rows.map(({ value }) => value) };
  });
}
