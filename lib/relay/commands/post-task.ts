import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { publishChange } from "@/lib/platform/db/notify";
import { Refusal } from "@/lib/shared/refusal";
import { requireTask } from "../queries/find-task";

/**
 * It was posted by hand in its group (A21): whoever ticks it off says so. For a minute it can be taken back; then its people count as
 * reached. Twice is once.
 * @throws Refusal `not_found`, `illegal_transition` when it is not to be posted (now)
 */
export async function postTask(ctx: TenantContext, id: string): Promise<void> {
  const announcementId = await inTransaction(ctx, async (tx) => {
    const task = await requireTask(tx, id);
    if (task.state === "posted") return task.announcementId;
    const { count } =
      task.state === "open" || task.state === "late"
        ? await tx.db.relayTask.updateMany({
            where: { id, postedAt: null, closedAt: null },
            data: { postedAt: tx.now, ...posterOf(tx) },
          })
        : { count: 0 };
    if (count === 0) throw new Refusal("illegal_transition", { from: task.state, to: "posted" });
    return task.announcementId;
  });
  publishChange({ tenantId: ctx.tenantId, subject: "announcement", id: announcementId });
}

/**
 * Takes a tick back, as long as its people do not count as reached.
 * @throws Refusal `not_found`, `tick_stands`
 */
export async function unpostTask(ctx: TenantContext, id: string): Promise<void> {
  const announcementId = await inTransaction(ctx, async (tx) => {
    const task = await requireTask(tx, id);
    const { count } = await tx.db.relayTask.updateMany({
      where: { id, postedAt: { not: null }, countedAt: null },
      data: { postedAt: null, postedByMember: null, postedByStaff: null },
    });
    if (count === 0) throw new Refusal("tick_stands");
    return task.announcementId;
  });
  publishChange({ tenantId: ctx.tenantId, subject: "announcement", id: announcementId });
}

function posterOf({ actor }: TenantContext) {
  return {
    postedByMember: actor.kind === "member" ? actor.memberId : null,
    postedByStaff: actor.kind === "staff" ? actor.staffId : null,
  };
}
