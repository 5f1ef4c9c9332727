import "server-only";
import { findStaffActor } from "@/lib/accounts/queries/find-staff-actor";
import type { TenantContext } from "@/lib/platform/context";
import type { StaffActor } from "@/lib/shared/actor";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { canAsStaff } from "@/lib/tenants/policy";
import { permissionsOf } from "../rules";
import type { PersonPermissions } from "../types";
import { NO_PLACES, systemFindSeats } from "./find-places";

/**
 * What somebody of the team may do and where, by their role and by their own member record: for who manages the team, and
 * for the person themself.
 * @throws Refusal `not_allowed`, `not_found`
 */
export async function getStaffPermissions(ctx: TenantContext, staffId: string): Promise<PersonPermissions> {
  const { actor } = ctx;
  const isOwn = actor.kind === "staff" && actor.staffId === staffId;
  if (!isOwn) authorize(canAsStaff(actor, "staff.manage"));
  const person = isId(staffId)
    ? await ctx.db.staff.findFirst({ where: { id: staffId }, select: { userId: true } })
    : null;
  const holder = person && (await findStaffActor(ctx.tenantId, person.userId));
  if (!holder) throw notFound();
  return permissionsOfStaff(ctx, holder);
}

/** What who asks may do themself. @throws Refusal `not_allowed` for who is not of the team */
export async function getOwnPermissions(ctx: TenantContext): Promise<PersonPermissions> {
  if (ctx.actor.kind !== "staff") throw new Refusal("not_allowed");
  return permissionsOfStaff(ctx, ctx.actor);
}

async function permissionsOfStaff(
  ctx: TenantContext,
  { staffId, memberId, role, grantedCommunityIds }: StaffActor,
): Promise<PersonPermissions> {
  const seats = memberId === null ? NO_PLACES : await systemFindSeats(ctx, memberId, null);
  const holder = { staffId, memberId, role, places: { ...NO_PLACES, ...seats, grantedCommunityIds } };
  return { ...holder, permissions: permissionsOf(holder) };
}
