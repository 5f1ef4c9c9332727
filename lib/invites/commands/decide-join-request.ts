import "server-only";
import { ownMemberId } from "@/lib/communities/actor-rules";
import { unsafeLockOpenCommunity } from "@/lib/communities/commands/lock-community";
import { tellComeInJob } from "@/lib/groups/job-names";
import { findPlaceStanding } from "@/lib/groups/queries/find-place-standing";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { authorize } from "@/lib/shared/decision";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { canManageInvites } from "../policy";
import type { Joined } from "../types";
import { unsafeEnter } from "./join-by-invite";

/**
 * Lets somebody in who asked, or not (H7). Limits hold here as for every way in (L13): where an overflow family is full, who
 * was accepted waits for it. Who came in otherwise meanwhile is simply approved. Who is in now is told by e-mail.
 * @returns what came of it, null when refused
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `illegal_transition` when decided already, `banned`, `group_full`,
 * `community_full`, `read_only`
 */
export async function decideJoinRequest(
  ctx: TenantContext,
  { requestId, approve }: { requestId: string; approve: boolean },
): Promise<Joined | null> {
  const request = await ctx.db.joinRequest.findFirst({
    where: { id: requestId },
    select: { communityId: true, groupId: true, memberId: true, inviteId: true, status: true },
  });
  if (!request) throw notFound();
  authorize(canManageInvites(ctx.actor, await findPlaceStanding(ctx, request)));
  const status = approve ? "approved" : "refused";
  return inTransaction(ctx, async (tx) => {
    if (approve) await unsafeLockOpenCommunity(tx, request.communityId);
    const claimed = await tx.db.joinRequest.updateMany({
      where: { id: requestId, status: "pending" },
      data: { status, decidedAt: tx.now, ...decidedBy(tx) },
    });
    if (claimed.count === 0) throw new Refusal("illegal_transition", { from: request.status, to: status });
    return approve ? await letIn(tx, request) : null;
  });
}

function decidedBy({ actor }: TenantContext) {
  return actor.kind === "staff"
    ? { decidedBy: actor.staffId }
    : { decidedBy: null, decidedByMember: ownMemberId(actor) };
}

type Request = { communityId: string; groupId: string | null; memberId: string; inviteId: string | null };

async function letIn(ctx: TenantContext, { inviteId, ...place }: Request): Promise<Joined> {
  try {
    const { joined } = await unsafeEnter(ctx, place, await inviterOf(ctx, inviteId));
    if (joined.status === "joined") await enqueue(ctx.db, tellComeInJob, { ...place, why: "accepted" });
    return joined;
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "already_member")) throw error;
    return { status: "joined", communityId: place.communityId, groupId: place.groupId };
  }
}

async function inviterOf(ctx: TenantContext, inviteId: string | null) {
  if (inviteId === null) return undefined;
  const invite = await ctx.db.invite.findFirst({
    where: { id: inviteId },
    select: { createdByMember: true },
  });
  return { inviteId, invitedBy: invite?.createdByMember ?? null };
}
