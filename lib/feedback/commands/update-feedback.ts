import "server-only";
import type { z } from "zod";
import { ownMemberId } from "@/lib/communities/actor-rules";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { authorize } from "@/lib/shared/decision";
import { givenOnly } from "@/lib/shared/given-only";
import { newId } from "@/lib/shared/ids";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import { tellOutcomeName } from "../job-names";
import { canAnswerFeedback } from "../policy";
import { findSubject } from "../queries/find-subject";
import { listOwners } from "../queries/list-owners";
import { isFinal, isLegalMove, isShareable, isToldOnTheWay } from "../rules";
import { type UpdateFeedbackFields, updateFeedbackFields } from "../schema";
import type { FeedbackStatus, LockedFeedback } from "../types";
import { commentAuthorOf } from "./comment-feedback";
import { unsafeLockFeedback } from "./lock-feedback";
import { unsafeTellAuthor } from "./tell-author";
import { unsafeTellContact } from "./tell-contact";

/**
 * Changes what is given of an item: status, owner, due date, tags, whether others see it. A change of status is judged under the row's lock,
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
    if (fields.shared !== undefined) await share(tx, item, fields.shared);
    if (status === undefined || status === item.status) return;
    await recordMove(tx, feedbackId, { from: item.status, to: status, reason: reason ?? "" });
    await tx.db.feedback.updateMany({
      where: { id: feedbackId },
      data: { status, statusReason: reason || null },
    });
    await tellMove(tx, item, { status, reason });
  });
}

/** Of an end all who asked hear, once and by a job; of a step that concerns them the author alone (F3). */
async function tellMove(
  tx: TenantContext,
  item: LockedFeedback,
  { status, reason }: { status: FeedbackStatus; reason: string | undefined },
): Promise<void> {
  const { id: feedbackId, round } = item;
  const besides = ownMemberId(tx.actor);
  const news = { status, ...(reason && { answer: reason }) };
  if (isFinal(status)) {
    await enqueue(tx.db, tellOutcomeName, { feedbackId, status, round, besides });
    await unsafeTellContact(tx, feedbackId, news);
  } else if (isToldOnTheWay(status)) await unsafeTellAuthor(tx, item, news);
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

/** What its author keeps to themself nobody else shows; and only suggestions of a community are shared there. */
async function share(tx: TenantContext, item: LockedFeedback, isShared: boolean): Promise<void> {
  const ofNobody = item.memberId === null ? {} : { mayShare: true };
  const { count } = await tx.db.feedback.updateMany({
    where: { id: item.id, ...(isShared && ofNobody) },
    data: { isShared: isShared && isShareable(item) },
  });
  if (count === 0 || (isShared && !isShareable(item)))
    throw invalidInput({ path: "shared", code: "not_for_others" });
}

function careColumns({ ownerId, dueAt, tags }: Fields, updatedAt: Date) {
  return {
    updatedAt,
    ...givenOnly({ ownerId }),
    // A new date is told of anew when it is over.
    ...(dueAt !== undefined && { dueAt: dueAt === null ? null : new Date(dueAt), overdueToldAt: null }),
    ...(ownerId && { overdueToldAt: null }),
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
