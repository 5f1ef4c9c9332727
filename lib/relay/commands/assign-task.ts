import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { publishChange } from "@/lib/platform/db/notify";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import { isPoster } from "../posters-sql";
import { requireTask } from "../queries/find-task";

/**
 * Gives a task to another admin of its group or community, who is told of it.
 * @throws Refusal `not_found`, `illegal_transition` when it is posted or over, `invalid_input` at `memberId` for anybody who is no
 * admin there
 */
export async function assignTask(ctx: TenantContext, id: string, memberId: string): Promise<void> {
  const announcementId = await inTransaction(ctx, async (tx) => {
    const task = await requireTask(tx, id);
    if (!(await isPoster(tx.db, task, memberId)))
      throw invalidInput({ path: "memberId", code: "not_admin_there" });
    if (task.assigneeId === memberId) return task.announcementId;
    const { count } = await tx.db.relayTask.updateMany({
      where: { id, postedAt: null, closedAt: null },
      data: { assigneeId: memberId, toldAt: null },
    });
    if (count === 0) throw new Refusal("illegal_transition", { from: task.state, to: "open" });
    return task.announcementId;
  });
  publishChange({ tenantId: ctx.tenantId, subject: "announcement", id: announcementId });
}
