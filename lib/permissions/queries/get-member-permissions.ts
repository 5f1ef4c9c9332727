import "server-only";
import { findStaffActor } from "@/lib/accounts/queries/find-staff-actor";
import { reachFor } from "@/lib/members/queries/explain-visibility";
import type { TenantContext } from "@/lib/platform/context";
import { notFound } from "@/lib/shared/refusal";
import { permissionsOf } from "../rules";
import type { Holder, PersonPermissions } from "../types";
import { NO_PLACES, systemFindSeats } from "./find-places";

/**
 * What a member may do and where, by which rule: for who may see through their eyes (P15), for the member themself, and for
 * admins of a community as far as it goes. Who is suspended may do nothing as a member. Somebody of the team is also told by their role,
 * to those who may know everything of them.
 * @throws Refusal `not_allowed`, `not_found`
 */
export async function getMemberPermissions(ctx: TenantContext, memberId: string): Promise<PersonPermissions> {
  const reach = await reachFor(ctx, memberId);
  const member = await ctx.db.member.findFirst({
    where: { id: memberId },
    select: { userId: true, suspendedAt: true },
  });
  if (!member) throw notFound();
  const staff = member.userId && reach === null ? await findStaffActor(ctx.tenantId, member.userId) : null;
  const seats = member.suspendedAt ? NO_PLACES : await systemFindSeats(ctx, memberId, reach);
  const places = { ...NO_PLACES, ...seats, grantedCommunityIds: staff?.grantedCommunityIds ?? [] };
  const holder: Holder = { staffId: staff?.staffId ?? null, memberId, role: staff?.role ?? null, places };
  const acting = member.suspendedAt ? { ...holder, memberId: null } : holder;
  return { ...holder, permissions: permissionsOf(acting) };
}
