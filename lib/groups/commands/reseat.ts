import "server-only";
import { labelOf } from "@/lib/communities/actor-rules";
import type { MembershipRole } from "@/lib/communities/types";
import type { TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import type { Limits } from "@/lib/tenants/limits";
import { insertSeats } from "../group-sql";
import type { GroupMemberInput } from "./leave-group";
import { unsafeLockGroup } from "./lock-group";

type Reseating = GroupMemberInput & { communityId: string; role: MembershipRole; limits: Limits };

/**
 * Gives a seat in a room back to somebody of its community who had it; in this very room, not a sibling. A room that is gone
 * has none. Inside the caller's transaction, who answers for access.
 * @throws Refusal `group_full`
 */
export async function unsafeReseat(ctx: TenantContext, reseating: Reseating): Promise<void> {
  const { communityId, groupId, memberId, role, limits } = reseating;
  const still = await ctx.db.group.count({ where: { id: groupId, communityId } });
  if (still === 0) return;
  const { group } = await unsafeLockGroup(ctx, { communityId, groupId });
  if (group.memberCount >= limits.groupMembers)
    throw new Refusal("group_full", { limit: limits.groupMembers, way: "none" });
  const seating = { groupId, communityId, memberIds: [memberId], role };
  await insertSeats(ctx.db, { ...seating, actorLabel: labelOf(ctx.actor), now: ctx.now });
}
