import "server-only";
import { ownMemberId } from "@/lib/communities/actor-rules";
import { whoIsSeen } from "@/lib/members/queries/who-is-seen";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { takePoint } from "@/lib/platform/rate-limit";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { invalidInput } from "@/lib/shared/refusal";
import { findSettings } from "@/lib/tenants/queries/find-settings";
import { lockSendingOf } from "../feedback-sql";
import { canAnswerFeedback } from "../policy";
import { subjectOf } from "../queries/find-subject";
import { dueAtOf, isShareable, REPEAT_WINDOW_MS } from "../rules";
import { type SendFeedbackInput, sendFeedbackInput } from "../schema";
import type { FeedbackSource } from "../types";

const PER_MEMBER = { name: "feedback", points: 30, perSeconds: 3_600 };

/**
 * Records what a member says (F1): themself, or staff who write down what they were told. Due by its kind. The same words
 * of the same member within ten minutes are the item that exists.
 * @throws Refusal `invalid_input`, `too_many_requests`; for staff `not_allowed`, `not_granted`
 */
export async function sendFeedback(
  ctx: TenantContext,
  input: SendFeedbackInput,
  source: FeedbackSource = ctx.actor.kind === "member" ? "portal" : "staff",
): Promise<{ id: string }> {
  const { memberId: given, tags, shared, scale: measure, ...fields } = sendFeedbackInput.parse(input);
  const scale = fields.score === null ? null : measure;
  const isMember = ctx.actor.kind === "member";
  const memberId = isMember ? ownMemberId(ctx.actor) : (given ?? ownMemberId(ctx.actor));
  await checkCommunity(ctx, fields.communityId, isMember ? memberId : null);
  if (!isMember) {
    const item = { memberId, communityId: fields.communityId };
    authorize(canAnswerFeedback(ctx.actor, await subjectOf(ctx, item)));
  } else await takePoint(PER_MEMBER, `${ctx.tenantId}:${memberId}`);
  if (memberId) await checkMember(ctx, memberId);
  return inTransaction(ctx, async (tx) => {
    if (memberId) {
      await lockSendingOf(tx.db, memberId);
      const repeated = await tx.db.feedback.findFirst({
        where: { memberId, ...fields, createdAt: { gt: new Date(tx.now.getTime() - REPEAT_WINDOW_MS) } },
        select: { id: true },
      });
      if (repeated) return repeated;
    }
    const settings = await findSettings(tx);
    return tx.db.feedback.create({
      data: {
        id: newId(),
        memberId,
        ...fields,
        scale,
        source,
        mayShare: shared,
        isShared: shared && isShareable(fields),
        tags: isMember ? [] : [...new Set(tags)],
        dueAt: dueAtOf(fields.kind, tx.now, settings),
        createdAt: tx.now,
        updatedAt: tx.now,
      },
      select: { id: true },
    });
  });
}

/** For a member one of their own communities, for staff any. */
async function checkCommunity(ctx: TenantContext, communityId: string | null, ofMember: string | null) {
  if (!communityId) return;
  const known = ofMember
    ? await ctx.db.communityMember.count({ where: { communityId, memberId: ofMember } })
    : await ctx.db.community.count({ where: { id: communityId } });
  if (known === 0) throw invalidInput({ path: "communityId", code: "unknown_id" });
}

/** Somebody of whom the writer may not know is as nobody (P12). */
async function checkMember(ctx: TenantContext, memberId: string): Promise<void> {
  const known = await ctx.db.member.count({ where: { id: memberId } });
  if (known === 0 || !(await whoIsSeen(ctx, [memberId]))(memberId))
    throw invalidInput({ path: "memberId", code: "unknown_id" });
}
