import "server-only";
import { whoIsSeen } from "@/lib/members/queries/who-is-seen";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { invalidInput, notFound, Refusal } from "@/lib/shared/refusal";
import { findSettings } from "@/lib/tenants/queries/find-settings";
import { canAnswerFeedback } from "../policy";
import { findSubject } from "../queries/find-subject";
import { dueAtOf, reopensAgain } from "../rules";
import type { LockedFeedback } from "../types";
import { unsafeLockFeedback } from "./lock-feedback";
import { recordMove } from "./update-feedback";

export type SolvedAnswer = {
  feedbackId: string;
  solved: boolean;
  body?: string | undefined;
  /** Staff write down what somebody told them. */
  memberId?: string | undefined;
};

/**
 * Whoever was told that an item is done says whether that solved it for them (F3); the same again changes nothing, another
 * answer takes the place of the first. The first "no" of its first round takes the item up again: with a new due date, and
 * the words, which only the team reads.
 * @throws Refusal `not_found` for whoever was not told; for staff `not_allowed`, `not_granted`, `invalid_input`; `illegal_transition` when it is not done any more
 */
export async function answerSolved(
  ctx: TenantContext,
  { feedbackId, solved, body = "", memberId: given }: SolvedAnswer,
): Promise<{ reopened: boolean }> {
  const memberId = await answererOf(ctx, feedbackId, given);
  return inTransaction(ctx, async (tx) => {
    const { item, known } = await lockAsked(tx, feedbackId, memberId);
    if (known === solved && !body) return { reopened: false };
    await tx.db.feedbackOutcome.updateMany({
      where: askedIn(item, memberId),
      data: { solved, answeredAt: tx.now, seenAt: tx.now },
    });
    if (body) await keepWords(tx, { feedbackId, memberId, body });
    const reopened = !solved && reopensAgain(item.round);
    if (reopened) await reopen(tx, item);
    return { reopened };
  });
}

function askedIn({ id, round }: LockedFeedback, memberId: string) {
  return { feedbackId: id, memberId, status: "done", round };
}

/** The item, held, and what the person said of it before: it is done, and they were told so in this round. */
async function lockAsked(tx: TenantContext, feedbackId: string, memberId: string) {
  const asked = await tx.db.feedbackOutcome.count({ where: { feedbackId, memberId, status: "done" } });
  if (asked === 0) throw notFound();
  const item = await unsafeLockFeedback(tx, feedbackId);
  if (item.status !== "done") throw new Refusal("illegal_transition", { from: item.status, to: "done" });
  const known = await tx.db.feedbackOutcome.findFirst({
    where: askedIn(item, memberId),
    select: { solved: true },
  });
  if (!known) throw notFound();
  return { item, known: known.solved };
}

/** A member speaks for themself; staff who may answer the item, for a member whom they may know of. */
async function answererOf(
  ctx: TenantContext,
  feedbackId: string,
  given: string | undefined,
): Promise<string> {
  if (ctx.actor.kind === "member") return ctx.actor.memberId;
  authorize(canAnswerFeedback(ctx.actor, await findSubject(ctx, feedbackId)));
  if (!given) throw invalidInput({ path: "memberId", code: "required" });
  const told = await ctx.db.feedbackOutcome.count({ where: { feedbackId, memberId: given, status: "done" } });
  if (told === 0 || !(await whoIsSeen(ctx, [given]))(given))
    throw invalidInput({ path: "memberId", code: "unknown_id" });
  return given;
}

/** Words of one of many people: the author of the item does not read them, so that nobody learns who supports it. */
async function keepWords(tx: TenantContext, said: { feedbackId: string; memberId: string; body: string }) {
  await tx.db.feedbackComment.create({
    data: {
      id: newId(),
      feedbackId: said.feedbackId,
      authorKind: "member",
      authorId: said.memberId,
      body: said.body,
      internal: true,
      createdAt: tx.now,
    },
    select: { id: true },
  });
}

async function reopen(tx: TenantContext, item: LockedFeedback): Promise<void> {
  const settings = await findSettings(tx);
  const bySystem = { ...tx, actor: { kind: "system" as const, purpose: "feedback not solved" } };
  await recordMove(bySystem, item.id, { from: "done", to: "in_progress", reason: "" });
  await tx.db.feedback.updateMany({
    where: { id: item.id },
    data: {
      status: "in_progress",
      statusReason: null,
      round: item.round + 1,
      dueAt: dueAtOf(item.kind, tx.now, settings),
      overdueToldAt: null,
      updatedAt: tx.now,
    },
  });
}
