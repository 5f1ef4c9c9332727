import "server-only";
import { ownMemberId } from "@/lib/communities/actor-rules";
import type { MembershipRole } from "@/lib/communities/types";
import type { TenantContext } from "@/lib/platform/context";
import { notFound } from "@/lib/shared/refusal";
import { type FeedbackSubject, sideOf } from "../policy";

/** What the policies need to know of an item. @throws Refusal `not_found` for an unknown one */
export async function findSubject(ctx: TenantContext, feedbackId: string): Promise<FeedbackSubject> {
  const item = await ctx.db.feedback.findFirst({
    where: { id: feedbackId },
    select: { memberId: true, communityId: true, isShared: true },
  });
  if (!item) throw notFound();
  return subjectOf(ctx, item);
}

/** The same for an item in hand, or one about to be. */
export async function subjectOf(
  ctx: TenantContext,
  item: { memberId: string | null; communityId: string | null; isShared?: boolean },
): Promise<FeedbackSubject> {
  const { memberId: authorId, communityId, isShared = false } = item;
  const memberId = ownMemberId(ctx.actor);
  if (!communityId || !memberId) return { authorId, communityId, isShared, role: null };
  const membership = await ctx.db.communityMember.findFirst({
    where: { communityId, memberId },
    select: { role: true },
  });
  return { authorId, communityId, isShared, role: membership ? (membership.role as MembershipRole) : null };
}

/** Whether the actor sees an item from the team's side; an unknown one is seen by nobody. */
export async function seesFeedback(ctx: TenantContext, feedbackId: string): Promise<boolean> {
  const item = await ctx.db.feedback.findFirst({
    where: { id: feedbackId },
    select: { memberId: true, communityId: true, isShared: true },
  });
  return item !== null && sideOf(ctx.actor, await subjectOf(ctx, item)) === "staff";
}
