import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { viewMembers } from "@/lib/members/queries/list-members";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { canRevealPhone } from "../policy";
import { findMessage } from "../queries/find-message";

/**
 * The whole numbers of who wrote a message, for staff who otherwise see their end (P8): one person at a time, out of a
 * conversation, and audited before they are told (R6). Who has left the reader's reach has none to tell.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function revealPhone(ctx: TenantContext, { id }: { id: string }): Promise<{ phones: string[] }> {
  const { authorId, standing } = await findMessage(ctx, id);
  authorize(canRevealPhone(ctx.actor, standing));
  if (authorId === null || !(await viewMembers(ctx, [authorId])).has(authorId)) throw notFound();
  return inTransaction(ctx, async (tx) => {
    await recordAudit(tx, {
      action: "member.phone_revealed",
      subjectKind: "member",
      subjectId: authorId,
      communityId: standing.communityId,
      details: { messageId: id },
    });
    const rows = await tx.db.identifier.findMany({
      where: { memberId: authorId, kind: "phone" },
      select: { value: true },
      orderBy: { createdAt: "asc" },
    });
    return { phones: rows.map(({ value }) => value) };
  });
}
