import "server-only";
import { listAdministeredCommunityIds } from "@/lib/delivery/queries/list-administered";
import type { TenantContext } from "@/lib/platform/context";
import { communitiesInReach } from "@/lib/tenants/policy";
import type { VisibleTo } from "../announcement-sql";

/** Which announcements an actor may see: staff by role and grant (R2), admins their communities (R3), members their own. */
export async function viewerOf(ctx: TenantContext): Promise<VisibleTo> {
  const reach = communitiesInReach(ctx.actor, "announcements.view");
  if (reach === null) return { reach: null, memberId: null };
  const administered = await listAdministeredCommunityIds(ctx);
  const memberId = ctx.actor.kind === "member" ? ctx.actor.memberId : null;
  return { reach: [...reach, ...administered], memberId };
}
