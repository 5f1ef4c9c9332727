import "server-only";
import { ownMemberId } from "@/lib/communities/actor-rules";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { takePoint } from "@/lib/platform/rate-limit";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { invalidInput } from "@/lib/shared/refusal";
import { lockSendingOf } from "../feedback-sql";
import { canAnswerFeedback } from "../policy";
import { subjectOf } from "../queries/find-subject";
import { dueAtOf, REPEAT_WINDOW_MS } from "../rules";
import { type SendFeedbackInput, sendFeedbackInput } from "../schema";

const PER_MEMBER = { name: "feedback", points: 30, perSeconds: 3_600 };

/**
 * Records what a member says (F1): themself, or staff who write down what they were told. Due by its kind. The same words
 * of the same member within ten minutes are the item that exists.
 * @throws Refusal `invalid_input`, `too_many_requests`; for staff `not_allowed`, `not_granted`
 */
export async function sendFeedback(ctx: TenantContext, input: SendFeedbackInput): Promise<{ id: string }> {
  const { memberId: given, tags, ...fields } = sendFeedbackInput.parse(input);
  const isMember = ctx.actor.kind === "member";
  const memberId = isMember ? ownMemberId(ctx.actor) : (given ?? ownMemberId(ctx.actor));
  await checkIds(ctx, { memberId, communityId: fields.communityId, mustBelong: isMember });
  if (!isMember) {
    const item = { memberId, communityId: fields.communityId };
    authorize(canAnswerFeedback(ctx.actor, await subjectOf(ctx, item)));
  } else await takePoint(PER_MEMBER, `${ctx.tenantId}:${memberId}`);
  return inTransaction(ctx, async (tx) => {
    if (memberId) {
      await lockSendingOf(tx.db, memberId);
      const repeated = await tx.db.feedback.findFirst({
        where: { memberId, ...fields, createdAt: { gt: new Date(tx.now.getTime() - REPEAT_WINDOW_MS) } },
        select: { id: true },
      });
      if (repeated) return repeated;
    }
    const tenant = await tx.db.tenant.findFirst({ select: { settings: true } });
    return tx.db.feedback.create({
      data: {
        id: newId(),
        memberId,
        ...fields,
        tags: isMember ? [] : [...new Set(tags)],
        dueAt: dueAtOf(fields.kind, tx.now, tenant?.settings),
        createdAt: tx.now,
        updatedAt: tx.now,
      },
      select: { id: true },
    });
  });
}

async function checkIds(
  ctx: TenantContext,
  asked: { memberId: string | null; communityId: string | null; mustBelong: boolean },
): Promise<void> {
  const { memberId, communityId, mustBelong } = asked;
  const [member, community] = await Promise.all([
    memberId && ctx.db.member.findFirst({ where: { id: memberId }, select: { id: true } }),
    communityId &&
      (mustBelong && memberId
        ? ctx.db.communityMember.findFirst({
            where: { communityId, memberId },
            select: { communityId: true },
          })
        : ctx.db.community.findFirst({ where: { id: communityId }, select: { id: true } })),
  ]);
  if (memberId && !member) throw invalidInput({ path: "memberId", code: "unknown_id" });
  if (communityId && !community) throw invalidInput({ path: "communityId", code: "unknown_id" });
}
