import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { platformClient } from "@/lib/platform/db/clients";
import type { StaffRole } from "@/lib/shared/actor";
import { reachOf } from "@/lib/tenants/permissions";
import type { Assignee } from "../types";

const MOST_STAFF = 1_000;

/** The staff who answer people, by name; with a person, those who answer that one. Its caller is one of them. */
export async function listAssignees(ctx: TenantContext, memberId?: string): Promise<Assignee[]> {
  const staff = await ctx.db.staff.findMany({
    select: { id: true, userId: true, role: true },
    take: MOST_STAFF,
  });
  const near = memberId ? await grantedNear(ctx, memberId) : null;
  const able = staff.filter(({ id, role }) => {
    const reach = reachOf(role as StaffRole, "inbox.use");
    return reach === "all" || (reach === "granted" && (near === null || near.has(id)));
  });
  const users = await platformClient().user.findMany({
    where: { id: { in: able.map(({ userId }) => userId) } },
    select: { id: true, name: true, email: true },
  });
  const names = new Map(users.map(({ id, name, email }) => [id, name || email]));
  return able
    .map(({ id, userId }) => ({ staffId: id, name: names.get(userId) ?? "" }))
    .sort((a, b) => a.name.localeCompare(b.name, ctx.locale));
}

/** The communities whose people somebody answers; null: all. Undefined: they answer nobody. */
export async function reachOfAssignee(
  ctx: TenantContext,
  staffId: string,
): Promise<readonly string[] | null | undefined> {
  const staff = await ctx.db.staff.findFirst({ where: { id: staffId }, select: { role: true } });
  const reach = staff ? reachOf(staff.role as StaffRole, "inbox.use") : "none";
  if (reach === "none") return undefined;
  if (reach === "all") return null;
  const grants = await ctx.db.staffGrant.findMany({ where: { staffId }, select: { communityId: true } });
  return grants.map(({ communityId }) => communityId);
}

async function grantedNear(ctx: TenantContext, memberId: string): Promise<Set<string>> {
  const houses = await ctx.db.communityMember.findMany({
    where: { memberId },
    select: { communityId: true },
  });
  const grants = await ctx.db.staffGrant.findMany({
    where: { communityId: { in: houses.map(({ communityId }) => communityId) } },
    select: { staffId: true },
  });
  return new Set(grants.map(({ staffId }) => staffId));
}
