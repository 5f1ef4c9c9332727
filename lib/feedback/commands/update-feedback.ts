import "server-only";
import type { z } from "zod";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { givenOnly } from "@/lib/shared/given-only";
import { newId } from "@/lib/shared/ids";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import { canAnswerFeedback } from "../policy";
import { findSubject } from "../queries/find-subject";
import { listOwners } from "../queries/list-owners";
import { isLegalMove } from "../rules";
import { type UpdateFeedbackFields, updateFeedbackFields } from "../schema";
import type { FeedbackStatus } from "../types";
import { commentAuthorOf } from "./comment-feedback";
import { unsafeLockFeedback } from "./lock-feedback";
import { unsafeTellAuthor } from "./tell-author";

/**
 * Changes what is given of an item: status, owner, due date, tags. A change of status is judged under the row's lock,
 * kept in the story and told to the author (F2, F3); the same status again changes nothing.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `illegal_transition`, `conflict`, `invalid_input`
 */
export async function updateFeedback(
  ctx: TenantContext,
  { feedbackId, ...input }: UpdateFeedbackFields & { feedbackId: string },
): Promise<void> {
  const subject = await findSubject(ctx, feedbackId);
  authorize(canAnswerFeedback(ctx.actor, subject));
  const fields = updateFeedbackFields.parse(input);
  await checkFields(ctx, fields, subject.communityId);
  return inTransaction(ctx, async (tx) => {
    const item = await unsafeLockFeedback(tx, feedbackId);
    const { status, reason, seenStatus } = fields;
    if (seenStatus && seenStatus !== item.status) throw new Refusal("conflict");
    await tx.db.feedback.updateMany({ where: { id: feedbackId }, data: careColumns(fields, tx.now) });
    if (status === undefined || status === item.status) return;
    await recordMove(tx, feedbackId, { from: item.status, to: status, reason: reason ?? "" });
    await tx.db.feedback.updateMany({
      where: { id: feedbackId },
      data: { status, statusReason: reason || null },
    });
    await unsafeTellAuthor(tx, item, { status, ...(reason && { answer: reason }) });
  });
}

type Fields = z.output<typeof updateFeedbackFields>;

async function checkFields(
  ctx: TenantContext,
  { status, reason, ownerId }: Fields,
  communityId: string | null,
): Promise<void> {
  if (status === "declined" && !reason) throw invalidInput({ path: "reason", code: "reason_missing" });
  if (!ownerId) return;
  const owners = await listOwners(ctx, communityId);
  if (!owners.some(({ staffId }) => staffId === ownerId))
    throw invalidInput({ path: "ownerId", code: "unknown_id" });
}

function careColumns({ ownerId, dueAt, tags }: Fields, updatedAt: Date) {
  return {
    updatedAt,
    ...givenOnly({ ownerId }),
    ...(dueAt !== undefined && { dueAt: dueAt === null ? null : new Date(dueAt) }),
    ...(tags && { tags: [...new Set(tags)] }),
  };
}

/** Checks a move and writes it into the story. @throws Refusal `illegal_transition` */
export async function recordMove(
  tx: TenantContext,
  feedbackId: string,
  { from, to, reason }: { from: FeedbackStatus; to: FeedbackStatus; reason: string },
): Promise<void> {
  if (!isLegalMove(from, to)) throw new Refusal("illegal_transition", { from, to });
  await tx.db.feedbackComment.create({
    data: {
      id: newId(),
      feedbackId,
      ...commentAuthorOf(tx.actor),
      body: reason,
      fromStatus: from,
      toStatus: to,
      createdAt: tx.now,
    },
    select: { id: true },
  });
}
