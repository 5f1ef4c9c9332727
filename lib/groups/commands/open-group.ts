import "server-only";
import type { Icon, JoinMode } from "@/lib/communities/types";
import type { TenantContext } from "@/lib/platform/context";
import { nullableJson } from "@/lib/platform/db/json";
import { newId } from "@/lib/shared/ids";

export type NewGroup = {
  communityId: string;
  name: string;
  description: string;
  icon: Icon | null;
  overflow: boolean;
  overflowOf: string | null;
  joinMode: JoinMode;
  position: number;
};

/** Makes the room and counts it. The caller holds the community's row, has checked L2, and seats its first admin. */
export async function unsafeOpenGroup(ctx: TenantContext, { icon, ...group }: NewGroup): Promise<string> {
  const id = newId();
  await ctx.db.group.create({
    data: { id, ...group, icon: nullableJson(icon), createdAt: ctx.now, updatedAt: ctx.now },
    select: { id: true },
  });
  await ctx.db.community.updateMany({
    where: { id: group.communityId },
    data: { groupCount: { increment: 1 } },
  });
  return id;
}
