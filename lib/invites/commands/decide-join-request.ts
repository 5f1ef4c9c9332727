import "server-only";
import { unsafeLockOpenCommunity } from "@/lib/communities/commands/lock-community";
import { findPlaceStanding } from "@/lib/groups/queries/find-place-standing";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { canManageInvites } from "../policy";
import { unsafeEnter } from "./join-by-invite";

/**
 * Lets somebody in who asked, or not (H7). Limits hold here as for every way in (L13); who came in otherwise meanwhile is
 * simply approved.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `illegal_transition` when decided already, `banned`, `group_full`,
 * `community_full`, `read_only`
 */
export async function decideJoinRequest(
  ctx: TenantContext,
  { requestId, approve }: { requestId: string; approve: boolean },
): Promise<void> {
  const request = await ctx.db.joinRequest.findFirst({
    where: { id: requestId },
    select: { communityId: true, groupId: true, memberId: true, status: true },
  });
  if (!request) throw notFound();
  authorize(canManageInvites(ctx.actor, await findPlaceStanding(ctx, request)));
  const status = approve ? "approved" : "refused";
  return inTransaction(ctx, async (tx) => {
    if (approve) await unsafeLockOpenCommunity(tx, request.communityId);
    const claimed = await tx.db.joinRequest.updateMany({
      where: { id: requestId, status: "pending" },
      data: {
        status,
        decidedAt: tx.now,
        decidedBy: ctx.actor.kind === "staff" ? ctx.actor.staffId : null,
      },
    });
    if (claimed.count === 0) throw new Refusal("illegal_transition", { from: request.status, to: status });
    if (approve) await enterUnlessIn(tx, request);
  });
}

async function enterUnlessIn(
  ctx: TenantContext,
  place: { communityId: string; groupId: string | null; memberId: string },
): Promise<void> {
  try {
    await unsafeEnter(ctx, place);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "already_member")) throw error;
  }
}
