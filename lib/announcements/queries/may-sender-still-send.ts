import "server-only";
import { findStaffActor } from "@/lib/accounts/queries/find-staff-actor";
import { listAdministeredCommunityIds } from "@/lib/delivery/queries/list-administered";
import type { TenantContext } from "@/lib/platform/context";
import type { Actor } from "@/lib/shared/actor";
import { canSend } from "../policy";

type Scheduled = {
  communityIds: readonly string[];
  scheduledByKind: string | null;
  scheduledBy: string | null;
};

/**
 * Whether whoever scheduled it may still send it (A13): a right withdrawn since stops it. One who left altogether does
 * not: what they scheduled belongs to the tenant (H9).
 */
export async function maySenderStillSend(ctx: TenantContext, announcement: Scheduled): Promise<boolean> {
  const actor = await findSender(ctx, announcement);
  if (!actor) return true;
  const administered = await listAdministeredCommunityIds({ ...ctx, actor });
  return canSend(actor, announcement.communityIds, administered).ok;
}

async function findSender(ctx: TenantContext, sender: Scheduled): Promise<Actor | null> {
  if (!sender.scheduledBy) return null;
  if (sender.scheduledByKind === "staff") {
    const staff = await ctx.db.staff.findFirst({
      where: { id: sender.scheduledBy },
      select: { userId: true },
    });
    return staff && (await findStaffActor(ctx.tenantId, staff.userId));
  }
  const memberships = await ctx.db.communityMember.count({
    where: { memberId: sender.scheduledBy, communityId: { in: [...sender.communityIds] } },
  });
  return memberships === 0 ? null : { kind: "member", memberId: sender.scheduledBy, userId: null };
}
