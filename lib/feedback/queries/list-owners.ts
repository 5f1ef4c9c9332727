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
    ctx.db.staff.findMany({ select: { id: true, userId: true, role: true }, take: MOST_STAFF }),
    communityId
      ? ctx.db.staffGrant.findMany({ where: { communityId }, select: { staffId: true }, take: MOST_STAFF })
      : [],
  ]);
  const granted = new Set(grants.map(({ staffId }) => staffId));
  const able = staff.filter(({ id, role }) => {
    const reach = reachOf(role as StaffRole, "feedback.answer");
    return reach === "all" || (reach === "granted" && granted.has(id));
  });
  const users = await platformClient().user.findMany({
    where: { id: { in: able.map(({ userId }) => userId) } },
    select: { id: true, name: true, email: true },
  });
  const names = new Map(users.map(({ id, name, email }) => [id, name || email || ""]));
  return able
    .map(({ id, userId }) => ({ staffId: id, name: names.get(userId) ?? "" }))
    .sort((a, b) => a.name.localeCompare(b.name, ctx.locale));
}
