import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { setCommunityRole } from "@/lib/communities/commands/set-community-role";
import { setGroupRole } from "@/lib/groups/commands/set-group-role";
import { canManageMembers } from "@/lib/members/policy";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";

/**
 * Shuts a member out without taking them out: no portal, nothing sent, no role; what they wrote and where they are stays.
 * Where they were the last admin their successor takes over, and without one the suspension is refused (H4, X16).
 * Again changes nothing.
 * @throws Refusal `not_found`, `not_allowed`, `last_admin`
 */
export async function suspendMember(ctx: TenantContext, memberId: string): Promise<void> {
  authorize(canManageMembers(ctx.actor));
  await inTransaction(ctx, async (tx) => {
    // First, so that nobody can name them as an heir meanwhile.
    const { count } = await tx.db.member.updateMany({
      where: { id: memberId, suspendedAt: null },
      data: { suspendedAt: tx.now },
    });
    if (count === 0) return await mustExist(tx, memberId);
    await stepDown(tx, memberId);
    await recordAudit(tx, { action: "member.suspended", subjectKind: "member", subjectId: memberId });
  });
}

/** Lets a suspended member in again, as a member like any other. Again changes nothing. @throws Refusal `not_found`, `not_allowed` */
export async function reinstateMember(ctx: TenantContext, memberId: string): Promise<void> {
  authorize(canManageMembers(ctx.actor));
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.member.updateMany({
      where: { id: memberId, suspendedAt: { not: null } },
      data: { suspendedAt: null },
    });
    if (count === 0) return await mustExist(tx, memberId);
    await recordAudit(tx, { action: "member.reinstated", subjectKind: "member", subjectId: memberId });
  });
}

async function mustExist({ db }: TenantContext, id: string): Promise<void> {
  if ((await db.member.count({ where: { id } })) === 0) throw notFound();
}

/** Gives every role back, communities before their rooms as everywhere, in the order of ids. */
async function stepDown(tx: TenantContext, memberId: string): Promise<void> {
  const where = { memberId, role: "admin" };
  const [communities, groups] = await Promise.all([
    tx.db.communityMember.findMany({ where, select: { communityId: true }, orderBy: { communityId: "asc" } }),
    tx.db.groupMember.findMany({
      where,
      select: { communityId: true, groupId: true },
      orderBy: [{ communityId: "asc" }, { groupId: "asc" }],
    }),
  ]);
  const ids = [...new Set([...communities, ...groups].map(({ communityId }) => communityId))].sort();
  for (const communityId of ids) {
    if (communities.some((one) => one.communityId === communityId))
      await setCommunityRole(tx, { communityId, memberId, role: "member" });
    for (const { groupId } of groups.filter((one) => one.communityId === communityId))
      await setGroupRole(tx, { groupId, memberId, role: "member" });
  }
}
