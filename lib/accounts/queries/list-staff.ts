import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { StaffRole } from "@/lib/shared/actor";
import { authorize } from "@/lib/shared/decision";
import { canInviteStaff } from "../policy";
import type { InvitableRole, PendingInvitation, StaffPerson } from "../types";

/** The team of the tenant, owners first, then by name. @throws Refusal `not_allowed`. */
export async function listStaff(ctx: TenantContext): Promise<StaffPerson[]> {
  authorize(canInviteStaff(ctx.actor));
  const [staff, grants] = await Promise.all([
    ctx.db.staff.findMany({ select: { id: true, userId: true, role: true, createdAt: true } }),
    ctx.db.staffGrant.findMany({ select: { staffId: true, communityId: true } }),
  ]);
  const users = await ctx.db.user.findMany({
    where: { id: { in: staff.map((person) => person.userId) } },
    select: { id: true, name: true, email: true },
  });
  const userOf = new Map(users.map((user) => [user.id, user]));
  return staff
    .map(({ id, userId, role, createdAt }) => ({
      id,
      userId,
      name: userOf.get(userId)?.name ?? "",
      email: userOf.get(userId)?.email ?? "",
      role: role as StaffRole,
      grantedCommunityIds: grants.filter((grant) => grant.staffId === id).map((grant) => grant.communityId),
      since: createdAt,
    }))
    .sort(
      (a, b) =>
        Number(b.role === "owner") - Number(a.role === "owner") || a.name.localeCompare(b.name, ctx.locale),
    );
}

/** The invitations that can still be accepted, newest first. @throws Refusal `not_allowed`. */
export async function listInvitations(ctx: TenantContext): Promise<PendingInvitation[]> {
  authorize(canInviteStaff(ctx.actor));
  const rows = await ctx.db.staffInvitation.findMany({
    where: { acceptedAt: null, revokedAt: null, expiresAt: { gt: ctx.now } },
    orderBy: { createdAt: "desc" },
    select: { id: true, email: true, role: true, expiresAt: true },
  });
  return rows.map((row) => ({ ...row, role: row.role as InvitableRole }));
}
