import "server-only";
import type { TenantContext } from "@/lib/platform/context";

/** The acting member has a room before their eyes: up to now it is read. Looking through a member's eyes marks nothing (P15). */
export async function markRoomRead(ctx: TenantContext, groupId: string): Promise<void> {
  if (ctx.actor.kind !== "member" || ctx.actor.seenBy) return;
  await ctx.db.groupMember.updateMany({
    where: { groupId, memberId: ctx.actor.memberId },
    data: { readAt: ctx.now },
  });
}
