import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import type { RoomStanding } from "../types";

/** An archived room, or one of an archived community, is there to read (H6). @throws Refusal `read_only` */
export async function assertRoomOpen(
  ctx: TenantContext,
  { groupId, communityId }: RoomStanding,
): Promise<void> {
  const [group, community] = await Promise.all([
    ctx.db.group.findFirst({ where: { id: groupId }, select: { archivedAt: true } }),
    ctx.db.community.findFirst({ where: { id: communityId }, select: { archivedAt: true } }),
  ]);
  if (group?.archivedAt || community?.archivedAt) throw new Refusal("read_only");
}
