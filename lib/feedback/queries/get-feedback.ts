import "server-only";
import { whoIsSeen } from "@/lib/members/queries/who-is-seen";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { canViewFeedback, sideOf } from "../policy";
import type { FeedbackSide, FeedbackView } from "../types";
import { feedbackFields, viewOf } from "../view-fields";
import { subjectOf } from "./find-subject";

/** One item from the side the actor is on. @throws Refusal `not_found`, `not_allowed`, `not_granted` */
export async function getFeedback(ctx: TenantContext, id: string): Promise<FeedbackView> {
  return (await getFeedbackBySide(ctx, id)).item;
}

/** The same, and which side that is. @throws Refusal `not_found`, `not_allowed`, `not_granted` */
export async function getFeedbackBySide(
  ctx: TenantContext,
  id: string,
): Promise<{ item: FeedbackView; side: FeedbackSide }> {
  const record = await ctx.db.feedback.findFirst({ where: { id }, select: feedbackFields });
  if (!record) throw notFound();
  const subject = await subjectOf(ctx, record);
  authorize(canViewFeedback(ctx.actor, subject));
  const side = sideOf(ctx.actor, subject) ?? "author";
  return { item: viewOf(record, side, await whoIsSeen(ctx, [record.memberId])), side };
}
