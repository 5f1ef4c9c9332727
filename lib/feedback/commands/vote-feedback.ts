import "server-only";
import { ownMemberId } from "@/lib/communities/actor-rules";
import { whoIsSeen } from "@/lib/members/queries/who-is-seen";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import { canAnswerFeedback, canVoteForFeedback } from "../policy";
import { findSubject } from "../queries/find-subject";
import { isOpen } from "../rules";
import { deleteVote, insertVote } from "../votes-sql";
import { unsafeLockFeedback } from "./lock-feedback";

export type VoteInput = { feedbackId: string; memberId?: string | undefined };

/**
 * A person's vote for an item; again changes nothing. Members support what their community shares, while it is open; staff
 * may record the vote of a member.
 * @returns the votes now. @throws Refusal `not_found`, `not_allowed`, `not_granted`, `invalid_input`, `illegal_transition`
 */
export async function voteForFeedback(ctx: TenantContext, input: VoteInput): Promise<number> {
  const memberId = await voterOf(ctx, input);
  return inTransaction(ctx, async (tx) => {
    const { status } = await unsafeLockFeedback(tx, input.feedbackId);
    if (tx.actor.kind === "member" && !isOpen(status))
      throw new Refusal("illegal_transition", { from: status, to: status });
    return insertVote(tx.db, input.feedbackId, memberId);
  });
}

/** Takes a vote back; none there changes nothing. @returns the votes now. @throws Refusal as `voteForFeedback` */
export async function unvoteFeedback(ctx: TenantContext, input: VoteInput): Promise<number> {
  const memberId = await voterOf(ctx, input);
  return inTransaction(ctx, async (tx) => {
    await unsafeLockFeedback(tx, input.feedbackId);
    return deleteVote(tx.db, input.feedbackId, memberId);
  });
}

async function voterOf(ctx: TenantContext, { feedbackId, memberId: given }: VoteInput): Promise<string> {
  const subject = await findSubject(ctx, feedbackId);
  const own = ownMemberId(ctx.actor);
  const memberId = ctx.actor.kind === "member" ? own : (given ?? own);
  authorize((memberId === own ? canVoteForFeedback : canAnswerFeedback)(ctx.actor, subject));
  if (!memberId) throw invalidInput({ path: "memberId", code: "required" });
  const member = await ctx.db.member.findFirst({ where: { id: memberId }, select: { id: true } });
  if (!member || !(await whoIsSeen(ctx, [memberId]))(memberId))
    throw invalidInput({ path: "memberId", code: "unknown_id" });
  return memberId;
}
