import "server-only";
import type { TenantContext } from "@/lib/platform/context";

/** Who asked for it has the item before their eyes: its mark goes out. Looking through a member's eyes changes nothing (P15). */
export async function seeFeedback(ctx: TenantContext, feedbackId: string): Promise<void> {
  if (ctx.actor.kind !== "member" || ctx.actor.seenBy) return;
  const { memberId } = ctx.actor;
  await ctx.db.feedback.updateMany({ where: { id: feedbackId, memberId }, data: { authorSeenAt: ctx.now } });
  await ctx.db.feedbackOutcome.updateMany({
    where: { feedbackId, memberId, seenAt: null },
    data: { seenAt: ctx.now },
  });
}
