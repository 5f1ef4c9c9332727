import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { countOutcomes } from "../outcomes-sql";
import { canAnswerFeedback, sideOf } from "../policy";
import { isFinal } from "../rules";
import type { FeedbackStatus, OutcomeCounts } from "../types";
import { subjectOf } from "./find-subject";

/**
 * How many were told how an item ended in its present round, and for how many that solved it: the team's side alone.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function getOutcomes(ctx: TenantContext, feedbackId: string): Promise<OutcomeCounts> {
  const item = await ctx.db.feedback.findFirst({
    where: { id: feedbackId },
    select: { memberId: true, communityId: true, isShared: true, status: true, round: true },
  });
  if (!item) throw notFound();
  const subject = await subjectOf(ctx, item);
  if (sideOf(ctx.actor, subject) !== "staff") authorize(canAnswerFeedback(ctx.actor, subject));
  const status = item.status as FeedbackStatus;
  if (!isFinal(status)) return { told: 0, solved: 0, unsolved: 0 };
  return countOutcomes(ctx.db, { feedbackId, status, round: item.round });
}
