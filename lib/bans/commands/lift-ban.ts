import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { notFound } from "@/lib/shared/refusal";
import { authorizeBans } from "../queries/authorize-bans";

/**
 * Lifts a ban: the person may come in again, but is not brought back. The ban stays in the list as history, its digests
 * go. Again changes nothing.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function liftBan(ctx: TenantContext, { banId }: { banId: string }): Promise<void> {
  const ban = await ctx.db.ban.findFirst({
    where: { id: banId },
    select: { communityId: true, groupId: true, memberId: true },
  });
  if (!ban) throw notFound();
  const { memberId, ...place } = ban;
  await authorizeBans(ctx, place);
  return inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.ban.updateMany({
      where: { id: banId, liftedAt: null },
      data: { liftedAt: tx.now },
    });
    if (count === 0) return;
    await tx.db.bannedMember.deleteMany({ where: { banId } });
    await tx.db.bannedIdentifier.deleteMany({ where: { banId } });
    const details = { banId, ...place };
    await recordAudit(tx, { action: "member.unbanned", subjectKind: "member", subjectId: memberId, details });
  });
}
