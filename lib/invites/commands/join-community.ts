import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { isId } from "@/lib/shared/ids";
import { notFound, Refusal } from "@/lib/shared/refusal";
import type { Joined } from "../types";
import { unsafeAskToJoin } from "./ask-to-join";
import { unsafeEnter } from "./join-by-invite";

/**
 * A member of the tenant goes into a community that its admins have opened: at once, or by a request (H7). One that is by
 * invitation only does not exist for those outside.
 * @throws Refusal `not_found`, `not_allowed`, `already_member`, `banned`, `community_full`
 */
export async function joinCommunity(ctx: TenantContext, communityId: string): Promise<Joined> {
  if (ctx.actor.kind !== "member") throw new Refusal("not_allowed");
  const { memberId } = ctx.actor;
  if (!isId(communityId)) throw notFound();
  const community = await ctx.db.community.findFirst({
    where: { id: communityId, archivedAt: null },
    select: { joinMode: true },
  });
  const inside = await ctx.db.communityMember.count({ where: { communityId, memberId } });
  if (inside > 0) throw new Refusal("already_member");
  if (!community || community.joinMode === "invite") throw notFound();
  const place = { communityId, groupId: null, memberId };
  const isOpen = community.joinMode === "open";
  const { joined } = await inTransaction(ctx, (tx) =>
    isOpen ? unsafeEnter(tx, place) : unsafeAskToJoin(tx, { ...place, inviteId: null }),
  );
  return joined;
}
