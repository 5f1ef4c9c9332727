import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { platformClient } from "@/lib/platform/db/clients";
import type { StaffRole } from "@/lib/shared/actor";
import { reachOf } from "@/lib/tenants/permissions";
import type { FeedbackOwner } from "../types";

const MOST_STAFF = 1_000;

/** The staff who may answer an item of this community, by name: whom it can be given to (R2). */
export async function listOwners(ctx: TenantContext, communityId: string | null): Promise<FeedbackOwner[]> {
  const [staff, grants] = await Promise.all([
    staffWithNames(ctx),
    communityId
      ? ctx.db.staffGrant.findMany({ where: { communityId }, select: { staffId: true }, take: MOST_STAFF })
      : [],
  ]);
  const granted = new Set(grants.map(({ staffId }) => staffId));
  return staff
    .filter(({ staffId, role }) => {
      const reach = reachOf(role, "feedback.answer");
      return reach === "all" || (reach === "granted" && granted.has(staffId));
    })
    .map(({ staffId, name }) => ({ staffId, name }))
    .sort((a, b) => a.name.localeCompare(b.name, ctx.locale));
}

/** The name of every staff user of the tenant, by staff id. Its caller is on the staff's side. */
export async function staffNames(ctx: TenantContext): Promise<Map<string, string>> {
  return new Map((await staffWithNames(ctx)).map(({ staffId, name }) => [staffId, name]));
}

async function staffWithNames(ctx: TenantContext) {
  const staff = await ctx.db.staff.findMany({
    select: { id: true, userId: true, role: true },
    take: MOST_STAFF,
  });
  const users = await platformClient().user.findMany({
    where: { id: { in: staff.map(({ userId }) => userId) } },
    select: { id: true, name: true, email: true },
  });
  const names = new Map(users.map(({ id, name, email }) => [id, name || email || ""]));
  return staff.map(({ id, userId, role }) => ({
    staffId: id,
    role: role as StaffRole,
    name: names.get(userId) ?? "",
  }));
}
