import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { canUseConversation, canUseInbox, inboxReach } from "../policy";
import type { InboxChannel } from "../types";

export type ConversationSubject = {
  id: string;
  memberId: string;
  channel: InboxChannel;
  /** The communities of its person that the actor answers for; null: they answer for everybody. */
  communityIds: string[] | null;
};

/** What a policy needs to know of a conversation. @throws Refusal `not_found`, `not_allowed`, `not_granted` */
export async function findConversation(ctx: TenantContext, id: string): Promise<ConversationSubject> {
  authorize(canUseInbox(ctx.actor));
  const row = isId(id)
    ? await ctx.db.inboxConversation.findFirst({
        where: { id },
        select: { id: true, memberId: true, channel: true },
      })
    : null;
  if (!row) throw notFound();
  const communityIds = await sharedCommunities(ctx, row.memberId);
  authorize(canUseConversation(ctx.actor, communityIds === null || communityIds.length > 0));
  return { ...row, channel: row.channel as InboxChannel, communityIds };
}

/** The same question of somebody who may have no conversation yet. */
export async function sharedCommunities(ctx: TenantContext, memberId: string): Promise<string[] | null> {
  const reach = inboxReach(ctx.actor);
  if (reach === null) return null;
  const rows = await ctx.db.communityMember.findMany({
    where: { memberId, communityId: { in: [...reach] } },
    select: { communityId: true },
    orderBy: { communityId: "asc" },
  });
  return rows.map(({ communityId }) => communityId);
}
