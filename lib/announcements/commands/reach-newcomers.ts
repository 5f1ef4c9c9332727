import "server-only";
import { addNewcomers } from "@/lib/delivery/commands/add-newcomers";
import { endEvergreens, findEvergreen } from "@/lib/delivery/commands/evergreens";
import { amongNewcomers } from "@/lib/delivery/queries/among-newcomers";
import { assertWithinPlan } from "@/lib/plans/plan-limits";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { log } from "@/lib/platform/log";
import { Refusal } from "@/lib/shared/refusal";
import { findReadOnlyReason } from "@/lib/tenants/queries/assert-writable";
import { announceChange } from "../announce-change";
import { drainJob, drainKey } from "../job-names";
import { loadAudience } from "../load-audience";
import { findStarts } from "../queries/find-starts";
import { maySenderStillSend } from "../queries/may-sender-still-send";
import { announcementColumns, toAnnouncement } from "../queries/select-announcement";
import { recordTransition } from "./change-status";

/** While it is one of these, what it says and to whom is what was sent. */
const STANDS = ["scheduled", "sending", "paused", "sent"];

/**
 * Sends to those who joined since a sending began (A5), by the planner that judged the others: consent, exclusions, the weekly
 * budget, quiet hours. Each gets it once, however often they join; called again it does nothing more. What the plan does not pay
 * for today is looked at again within the hour.
 */
export async function reachNewcomers(ctx: TenantContext, occurrenceId: string): Promise<void> {
  const open = await findEvergreen(ctx, occurrenceId);
  if (!open) return;
  const row = await ctx.db.announcement.findFirst({
    where: { id: open.announcementId, status: { in: STANDS } },
    select: { ...announcementColumns, scheduledByKind: true, scheduledBy: true },
  });
  if (!row || (await findReadOnlyReason(ctx))) return;
  const announcement = toAnnouncement(row);
  if (!(await maySenderStillSend(ctx, row))) return await stop(ctx, announcement);
  // What was posted by hand before they came is not posted again for them.
  const channels = announcement.channels.filter((channel) => channel !== "relay");
  if (channels.length === 0) return;
  const newcomers = amongNewcomers(await loadAudience(ctx, { ...announcement, channels }), open);
  // At each person's own time it was for those of then: who comes now gets it now.
  const schedule = { ...announcement.schedule, mode: "now" as const };
  const starts = await findStarts(ctx, { ...announcement, schedule }, newcomers);
  await inTransaction(ctx, async (tx) => {
    if ((await addNewcomers(tx, { open, newcomers, starts })) === 0) return;
    await assertWithinPlan(tx, "deliveries", 0);
    await enqueue(tx.db, drainJob, { occurrenceId }, { key: drainKey(occurrenceId) });
  }).catch((error: unknown) => {
    if (!(error instanceof Refusal && error.code === "plan_limit_reached")) throw error;
    log.warn({ announcementId: announcement.id }, "newcomers wait for the plan");
  });
  announceChange(ctx, announcement.id);
}

type Standing = Pick<ReturnType<typeof toAnnouncement>, "id" | "status">;

/** Whoever sent it may not any more: it goes to nobody else (A13). */
async function stop(ctx: TenantContext, { id, status }: Standing): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    if ((await endEvergreens(tx, id)) === 0) return;
    await recordTransition(tx, { id, from: status, to: status, reason: "evergreen_not_allowed" });
  });
  announceChange(ctx, id);
}
