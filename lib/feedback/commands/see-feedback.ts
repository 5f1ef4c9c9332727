import "server-only";
import type { TenantContext } from "@/lib/platform/context";

/** The author has the item before their eyes: its mark goes out. Looking through a member's eyes changes nothing (P15). */
export async function seeFeedback(ctx: TenantContext, feedbackId: string): Promise<void> {
  if (ctx.actor.kind !== "member" || ctx.actor.seenBy) return;
  await ctx.db.feedback.updateMany({
    where: { id: feedbackId, memberId: ctx.actor.memberId },
    data: { authorSeenAt: ctx.now },
  });
}
