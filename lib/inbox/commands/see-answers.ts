import "server-only";
import type { TenantContext } from "@/lib/platform/context";

/** The member has the conversation before their eyes: its mark goes out. Looking through their eyes changes nothing (P15). */
export async function seeAnswers(ctx: TenantContext): Promise<void> {
  if (ctx.actor.kind !== "member" || ctx.actor.seenBy) return;
  await ctx.db.$executeRaw`
    UPDATE inbox_conversations SET read_position = last_position
    WHERE tenant_id = current_tenant() AND member_id = ${ctx.actor.memberId}::uuid AND channel = 'portal'
      AND read_position < last_position`;
}
