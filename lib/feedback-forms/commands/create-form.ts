import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { canAnswerFeedback } from "@/lib/feedback/policy";
import { subjectOf } from "@/lib/feedback/queries/find-subject";
import { hashToken } from "@/lib/platform/auth/tokens";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { invalidInput, notFound, Refusal } from "@/lib/shared/refusal";
import { newFormToken } from "../form-token";
import { type CreateFormInput, createFormInput } from "../schema";

/**
 * Opens a public form of the organization, or of one of its communities. Audited (R6).
 * @throws Refusal `not_allowed`, `not_granted`, `read_only` for an archived community, `invalid_input`
 */
export async function createForm(ctx: TenantContext, input: CreateFormInput): Promise<{ id: string }> {
  const { name, communityId } = createFormInput.parse(input);
  if (communityId) {
    const community = await ctx.db.community.findFirst({
      where: { id: communityId },
      select: { archivedAt: true },
    });
    if (!community) throw invalidInput({ path: "communityId", code: "unknown_id" });
    if (community.archivedAt) throw new Refusal("read_only");
  }
  authorize(canAnswerFeedback(ctx.actor, await subjectOf(ctx, { memberId: null, communityId })));
  const id = newId();
  const { token, sealed } = newFormToken(ctx.tenantId, id);
  return inTransaction(ctx, async (tx) => {
    await tx.db.feedbackForm.create({
      data: { id, name, communityId, tokenHash: hashToken(token), token: sealed, createdAt: tx.now },
      select: { id: true },
    });
    await recordAudit(tx, {
      action: "feedback_form.created",
      subjectKind: "feedback_form",
      subjectId: id,
      ...(communityId && { communityId }),
      after: { name },
    });
    return { id };
  });
}

/** Takes its address back for good; again changes nothing. Audited (R6). @throws Refusal `not_found`, `not_allowed`, `not_granted` */
export async function revokeForm(ctx: TenantContext, id: string): Promise<void> {
  await requireForm(ctx, id);
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.feedbackForm.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: tx.now },
    });
    if (count === 0) return;
    await recordAudit(tx, { action: "feedback_form.revoked", subjectKind: "feedback_form", subjectId: id });
  });
}

/** @throws Refusal `not_found`, `not_allowed`, `not_granted` */
export async function requireForm(ctx: TenantContext, id: string): Promise<void> {
  const form = await ctx.db.feedbackForm.findFirst({ where: { id }, select: { communityId: true } });
  if (!form) throw notFound();
  authorize(
    canAnswerFeedback(ctx.actor, await subjectOf(ctx, { memberId: null, communityId: form.communityId })),
  );
}
