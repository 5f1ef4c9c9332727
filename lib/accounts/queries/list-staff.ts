import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import type { StaffRole } from "@/lib/shared/actor";
import { authorize } from "@/lib/shared/decision";
import { canInviteStaff } from "../policy";
import type { InvitableRole, PendingInvitation, StaffPerson } from "../types";

/** The team of the tenant, owners first, then by name. @throws Refusal `not_allowed`. */
export async function listStaff(ctx: TenantContext): Promise<StaffPerson[]> {
  authorize(canInviteStaff(ctx.actor));
  const people = await peopleOf(ctx, await ctx.db.staff.findMany({ select: staffColumns }));
  return people.sort(
    (a, b) =>
      Number(b.role === "owner") - Number(a.role === "owner") || a.name.localeCompare(b.name, ctx.locale),
  );
}

/** The team in the order in which they joined it, paged by key. @throws Refusal `not_allowed`, `invalid_cursor` */
export async function pageStaff(
  ctx: TenantContext,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<StaffPerson>> {
  authorize(canInviteStaff(ctx.actor));
  const [after] = cursor === undefined ? [] : decodeCursor(cursor, z.tuple([z.uuid()]));
  const rows = await ctx.db.staff.findMany({
    where: after === undefined ? {} : { id: { gt: String(after) } },
    orderBy: { id: "asc" },
    take: limit + 1,
    select: staffColumns,
  });
  const { data, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
  return { data: await peopleOf(ctx, data), nextCursor };
}

const staffColumns = { id: true, userId: true, role: true, createdAt: true } as const;
type StaffRow = { id: string; userId: string; role: string; createdAt: Date };

async function peopleOf({ db }: TenantContext, staff: readonly StaffRow[]): Promise<StaffPerson[]> {
  const [grants, users] = await Promise.all([
    db.staffGrant.findMany({
      where: { staffId: { in: staff.map(({ id }) => id) } },
      select: { staffId: true, communityId: true },
    }),
    db.user.findMany({
      where: { id: { in: staff.map(({ userId }) => userId) } },
      select: { id: true, name: true, email: true },
    }),
  ]);
  const userOf = new Map(users.map((user) => [user.id, user]));
  return staff.map(({ id, userId, role, createdAt }) => ({
    id,
    userId,
    name: userOf.get(userId)?.name ?? "",
    email: userOf.get(userId)?.email ?? "",
    role: role as StaffRole,
    grantedCommunityIds: grants.filter((grant) => grant.staffId === id).map((grant) => grant.communityId),
    since: createdAt,
  }));
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
