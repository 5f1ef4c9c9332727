import "server-only";
import { canViewGroup } from "@/lib/groups/policy";
import { findGroupStanding } from "@/lib/groups/queries/find-group-standing";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound, Refusal } from "@/lib/shared/refusal";
import type { Joined } from "../types";
import { unsafeAskToJoin } from "./ask-to-join";
import { unsafeEnter } from "./join-by-invite";

/**
 * A member goes into a room of a community they are in (H7): at once where it is open, by a request where its admins
 * decide; where it is by invitation only, not at all.
 * @throws Refusal `not_found`, `not_allowed`, `already_member`, `banned`, `group_full`, `read_only`
 */
export async function joinGroup(ctx: TenantContext, groupId: string): Promise<Joined> {
  if (ctx.actor.kind !== "member") throw new Refusal("not_allowed");
  const { memberId } = ctx.actor;
  const standing = await findGroupStanding(ctx, groupId);
  authorize(canViewGroup(ctx.actor, standing));
  if (standing.groupRole !== null) throw new Refusal("already_member");
  const group = await ctx.db.group.findFirst({
    where: { id: groupId },
    select: { joinMode: true, archivedAt: true },
  });
  if (!group) throw notFound();
  if (group.archivedAt) throw new Refusal("read_only");
  if (group.joinMode === "invite") throw new Refusal("not_allowed");
  const place = { communityId: standing.communityId, groupId, memberId };
  const isOpen = group.joinMode === "open";
  const { joined } = await inTransaction(ctx, (tx) =>
    isOpen ? unsafeEnter(tx, place) : unsafeAskToJoin(tx, { ...place, inviteId: null }),
  );
  return joined;
}
