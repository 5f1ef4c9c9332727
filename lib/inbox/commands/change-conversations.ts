import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { authorize } from "@/lib/shared/decision";
import { invalidInput, notFound } from "@/lib/shared/refusal";
import { announceInbox } from "../announce-inbox";
import {
  assignAll,
  type Change,
  closeAll,
  labelAll,
  reopenAll,
  replaceLabels,
  setTask,
  snoozeAll,
  wakeAll,
} from "../change-sql";
import { wakeJob, wakeKey } from "../job-names";
import { canUseInbox, inboxReach } from "../policy";
import { findConversation } from "../queries/find-conversation";
import { reachOfAssignee } from "../queries/list-assignees";
import type { ChangeFields, ManyFields } from "../schema";

/**
 * Changes what is given of a conversation: its state, who looks after it, its labels, what is still to be done.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`; `invalid_input` at `snoozedUntil` for a time that is over, at
 * `assigneeId` for who does not answer this person, at `labelIds`
 */
export async function changeConversation(
  ctx: TenantContext,
  { conversationId, ...fields }: ChangeFields & { conversationId: string },
): Promise<void> {
  await findConversation(ctx, conversationId);
  await inTransaction(ctx, async (tx) => {
    const change = changeBy(tx, [conversationId]);
    await changeStatus(tx, change, fields);
    if (fields.assigneeId !== undefined) await assign(tx, change, fields.assigneeId, "all");
    if (fields.labelIds) await setLabels(tx, conversationId, fields.labelIds);
    if (fields.task !== undefined)
      await setTask(
        tx.db,
        change,
        fields.task && { title: fields.task.title, dueAt: new Date(fields.task.dueAt) },
      );
  });
  announceInbox(ctx, conversationId);
}

/**
 * The same for many at once; those out of reach, of the actor or of the one who gets them, stay as they are.
 * @returns how many changed
 * @throws Refusal `not_allowed`; `not_found` when none of them is there; `invalid_input` at `assigneeId`, `addLabelId`
 */
export async function changeMany(
  ctx: TenantContext,
  { ids, status, assigneeId, addLabelId }: ManyFields,
): Promise<{ changed: number }> {
  authorize(canUseInbox(ctx.actor));
  const known = await ctx.db.inboxConversation.count({ where: { id: { in: [...ids] } } });
  if (known === 0) throw notFound();
  const changed = await inTransaction(ctx, async (tx) => {
    const change = changeBy(tx, ids);
    const touched: string[] = [];
    if (status) touched.push(...(await changeStatus(tx, change, { status })));
    if (assigneeId !== undefined) touched.push(...(await assign(tx, change, assigneeId, "some")));
    if (addLabelId) {
      await checkLabels(tx, [addLabelId], "addLabelId");
      touched.push(...(await labelAll(tx.db, change, addLabelId)));
    }
    return new Set(touched);
  });
  for (const id of changed) announceInbox(ctx, id);
  return { changed: changed.size };
}

/** Opens a conversation again whose time has come; one that was put aside anew stays. */
export async function systemWakeConversation(ctx: TenantContext, conversationId: string): Promise<void> {
  const woken = await wakeAll(ctx.db, { ids: [conversationId], reach: null, actorId: null, now: ctx.now });
  for (const id of woken) announceInbox(ctx, id);
}

function changeBy({ actor, now }: TenantContext, ids: readonly string[]): Change {
  return { ids, reach: inboxReach(actor), actorId: actor.kind === "staff" ? actor.staffId : null, now };
}

async function changeStatus(
  tx: TenantContext,
  change: Change,
  { status, snoozedUntil }: Pick<ChangeFields, "status" | "snoozedUntil">,
): Promise<string[]> {
  if (status === "closed") return await closeAll(tx.db, change);
  if (status === "open") return await reopenAll(tx.db, change);
  if (status !== "snoozed" || !snoozedUntil) return [];
  const until = new Date(snoozedUntil);
  if (until <= tx.now) throw invalidInput({ path: "snoozedUntil", code: "in_past" });
  const snoozed = await snoozeAll(tx.db, change, until);
  for (const conversationId of snoozed)
    await enqueue(tx.db, wakeJob, { conversationId }, { key: wakeKey(conversationId), runAt: until });
  return snoozed;
}

async function assign(
  tx: TenantContext,
  change: Change,
  assigneeId: string | null,
  must: "all" | "some",
): Promise<string[]> {
  const among = assigneeId === null ? null : await reachOfAssignee(tx, assigneeId);
  if (among === undefined) throw invalidInput({ path: "assigneeId", code: "unknown_id" });
  const changed = await assignAll(tx.db, change, { assigneeId, among });
  if (must === "all" && assigneeId !== null && changed.length < change.ids.length) {
    const left = await tx.db.inboxConversation.count({
      where: { id: { in: [...change.ids] }, OR: [{ assigneeId: null }, { assigneeId: { not: assigneeId } }] },
    });
    if (left > 0) throw invalidInput({ path: "assigneeId", code: "unknown_id" });
  }
  return changed;
}

async function setLabels(
  tx: TenantContext,
  conversationId: string,
  labelIds: readonly string[],
): Promise<void> {
  await checkLabels(tx, labelIds, "labelIds");
  await replaceLabels(tx.db, conversationId, labelIds);
}

async function checkLabels(tx: TenantContext, labelIds: readonly string[], path: string): Promise<void> {
  const known = await tx.db.inboxLabel.count({ where: { id: { in: [...labelIds] } } });
  if (known < new Set(labelIds).size) throw invalidInput({ path, code: "unknown_id" });
}
