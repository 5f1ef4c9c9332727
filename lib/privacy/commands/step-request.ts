import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { AuditAction } from "@/lib/audit/types";
import { systemMailReader } from "@/lib/members/queries/find-mail-reader";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import { canActFor, canManagePrivacy } from "../policy";
import { getRequest } from "../queries/list-requests";
import { isLegalStep } from "../request-rules";
import type { PrivacyRequest, RefusalReason, RequestStatus } from "../types";
import { eraseMember } from "./erase-member";
import { type RequestNews, systemTellErased, unsafeTellRequester } from "./tell-requester";

/** Somebody of the team takes a request on. @throws Refusal `not_found`, `not_allowed`, `illegal_transition` */
export async function startRequest(ctx: TenantContext, id: string): Promise<void> {
  const request = await getRequest(ctx, id);
  authorize(canManagePrivacy(ctx.actor));
  await step(ctx, request, { to: "in_progress", action: "privacy_request.started" });
}

/**
 * Closes a request as answered; the person is told by mail. An erasure is done by this very act, and nothing of its words is
 * kept; what was corrected or objected to needs an answer, which the person reads in the portal too.
 * @throws Refusal `not_found`, `not_allowed`, `illegal_transition`, `last_admin` (H4); `invalid_input` at `answer`
 */
export async function completeRequest(
  ctx: TenantContext,
  id: string,
  { answer = "" }: { answer?: string },
): Promise<void> {
  const request = await getRequest(ctx, id);
  authorize(canManagePrivacy(ctx.actor));
  if (!isLegalStep(request.status, "done"))
    throw new Refusal("illegal_transition", { from: request.status, to: "done" });
  if (request.kind === "erasure") return erase(ctx, request.memberId);
  const needsAnswer = request.kind === "correction" || request.kind === "objection";
  if (needsAnswer && answer === "") throw invalidInput({ path: "answer", code: "required" });
  const news = { is: "done", answer } as const;
  await step(ctx, request, { to: "done", action: "privacy_request.completed", answer, news });
}

/**
 * Closes a request without doing what was asked, with the reason that the person is told, by mail too.
 * @throws Refusal `not_found`, `not_allowed`, `illegal_transition`
 */
export async function refuseRequest(
  ctx: TenantContext,
  id: string,
  { reason, answer = "" }: { reason: RefusalReason; answer?: string },
): Promise<void> {
  const request = await getRequest(ctx, id);
  authorize(canManagePrivacy(ctx.actor));
  const news = { is: "refused", reason, answer } as const;
  await step(ctx, request, { to: "refused", action: "privacy_request.refused", answer, reason, news });
}

/**
 * Calls a request off while it waits: the person themself, or staff for somebody who says so.
 * @throws Refusal `not_found`, `not_allowed`, `illegal_transition`
 */
export async function cancelRequest(ctx: TenantContext, id: string): Promise<void> {
  const request = await getRequest(ctx, id);
  authorize(canActFor(ctx.actor, request.memberId));
  await step(ctx, request, { to: "cancelled", action: "privacy_request.cancelled" });
}

async function erase(ctx: TenantContext, memberId: string): Promise<void> {
  const leaver = await systemMailReader(ctx, memberId);
  await eraseMember(ctx, memberId);
  if (leaver) await systemTellErased(leaver);
}

type Step = {
  to: RequestStatus;
  action: AuditAction;
  answer?: string;
  reason?: RefusalReason;
  /** What the person is told by mail. */
  news?: RequestNews;
};

async function step(ctx: TenantContext, request: PrivacyRequest, wanted: Step): Promise<void> {
  const { to, action, answer, reason, news } = wanted;
  const { id, memberId, kind, status } = request;
  if (!isLegalStep(status, to)) throw new Refusal("illegal_transition", { from: status, to });
  await inTransaction(ctx, async (tx) => {
    const moved = await tx.db.privacyRequest.updateMany({
      where: { id, status },
      data: {
        status: to,
        ...(to !== "in_progress" && { closedAt: tx.now }),
        ...(tx.actor.kind === "staff" && { handledBy: tx.actor.staffId }),
        ...(answer !== undefined && { answer }),
        ...(reason && { refusalReason: reason }),
      },
    });
    // Somebody else was quicker.
    if (moved.count === 0) throw new Refusal("illegal_transition", { from: status, to });
    await recordAudit(tx, {
      action,
      subjectKind: "member",
      subjectId: memberId,
      details: { requestId: id, kind, ...(reason && { reason }) },
    });
    if (news) await unsafeTellRequester(tx, request, news);
  });
}
