import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { claimReminder } from "../notices-sql";
import { requireTask } from "../queries/find-task";
import { REMIND_EVERY_HOURS } from "../rules";
import { tellPoster } from "./tell-posters";

/**
 * Reminds whoever has a task of it by mail, once a day at most.
 * @throws Refusal `not_found`, `illegal_transition` when it is not to be posted now, `reminded_today`, `admin_unreachable` when nobody
 * has it or no mail reaches them
 */
export async function remindPoster(ctx: TenantContext, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { state, assigneeId } = await requireTask(tx, id);
    if (state !== "open" && state !== "late")
      throw new Refusal("illegal_transition", { from: state, to: "posted" });
    if (!assigneeId) throw new Refusal("admin_unreachable");
    const since = new Date(tx.now.getTime() - REMIND_EVERY_HOURS * 3_600_000);
    const notice = await claimReminder(tx.db, id, { now: tx.now, since });
    if (!notice) throw new Refusal("reminded_today");
    const isTold = await tellPoster(tx, assigneeId, { kind: "reminder", notices: [notice] });
    if (!isTold) throw new Refusal("admin_unreachable");
  });
}
