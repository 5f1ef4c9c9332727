import "server-only";
import { unsafeLockCommunity } from "@/lib/communities/commands/lock-community";
import type { LockedCommunity } from "@/lib/communities/types";
import type { TenantContext } from "@/lib/platform/context";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { lockFamily } from "../group-sql";
import type { LockedGroup } from "../types";

export type HeldGroup = { community: LockedCommunity; group: LockedGroup; siblings: LockedGroup[] };

/**
 * Holds a room's community, then the room and its siblings. The caller answers for access.
 * @throws Refusal `not_found`, also when the room has just moved away
 */
export async function unsafeLockGroup(
  ctx: TenantContext,
  { communityId, groupId }: { communityId: string; groupId: string },
): Promise<HeldGroup> {
  const community = await unsafeLockCommunity(ctx, communityId);
  const [group, ...siblings] = await lockFamily(ctx.db, communityId, groupId);
  if (!group || group.id !== groupId) throw notFound();
  return { community, group, siblings };
}

/** The same, for what archived rooms no longer take (H6). @throws Refusal `not_found`, `read_only` */
export async function unsafeLockOpenGroup(
  ctx: TenantContext,
  ids: { communityId: string; groupId: string },
): Promise<HeldGroup> {
  const held = await unsafeLockGroup(ctx, ids);
  if (held.community.archivedAt || held.group.archivedAt) throw new Refusal("read_only");
  return held;
}
