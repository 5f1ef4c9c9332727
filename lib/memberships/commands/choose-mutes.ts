import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { invalidInput } from "@/lib/shared/refusal";
import { canChooseMutes } from "../policy";

/**
 * Which of their rooms somebody does not want to hear of: exactly these from now on. Announcements reach them as before; what
 * of those they want, they say by consent.
 * @throws Refusal `not_allowed`; `invalid_input` at `groupIds` for a room that they are not in
 */
export async function chooseMutes(
  ctx: TenantContext,
  memberId: string,
  groupIds: readonly string[],
): Promise<void> {
  authorize(canChooseMutes(ctx.actor, memberId));
  const wanted = [...new Set(groupIds)];
  await inTransaction(ctx, async (tx) => {
    const theirs = await tx.db.groupMember.count({ where: { memberId, groupId: { in: wanted } } });
    if (theirs < wanted.length) throw invalidInput({ path: "groupIds", code: "unknown_id" });
    await tx.db.groupMember.updateMany({
      where: { memberId, mutedAt: { not: null }, groupId: { notIn: wanted } },
      data: { mutedAt: null },
    });
    await tx.db.groupMember.updateMany({
      where: { memberId, mutedAt: null, groupId: { in: wanted } },
      data: { mutedAt: tx.now },
    });
  });
}
