import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { StaffRole } from "@/lib/shared/actor";
import { authorize } from "@/lib/shared/decision";
import { canManageGrants } from "../policy";
import type { CommunityGrant } from "../types";
import { findStanding } from "./find-standing";

/**
 * The marketers and agents of the tenant by name, and who of them works in a community; names only, since members who
 * administer it read this too (P12).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function listGrants(ctx: TenantContext, communityId: string): Promise<CommunityGrant[]> {
  authorize(canManageGrants(ctx.actor, await findStanding(ctx, communityId)));
  const [staff, grants] = await Promise.all([
    ctx.db.staff.findMany({
      where: { role: { in: ["marketer", "agent"] } },
      select: { id: true, userId: true, role: true },
    }),
    ctx.db.staffGrant.findMany({ where: { communityId }, select: { staffId: true } }),
  ]);
  const users = await ctx.db.user.findMany({
    where: { id: { in: staff.map(({ userId }) => userId) } },
    select: { id: true, name: true },
  });
  const granted = new Set(grants.map(({ staffId }) => staffId));
  return staff
    .map(({ id, userId, role }) => ({
      staffId: id,
      name: users.find((user) => user.id === userId)?.name ?? "",
      role: role as StaffRole,
      granted: granted.has(id),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, ctx.locale));
}
