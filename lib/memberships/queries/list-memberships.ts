import "server-only";
import { z } from "zod";
import { canViewCommunity } from "@/lib/communities/policy";
import { findStanding } from "@/lib/communities/queries/find-standing";
import { findGroupStanding } from "@/lib/groups/queries/find-group-standing";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { type MembershipFilter, selectCommunityMembers, selectGroupMembers } from "../memberships-sql";
import { canListMemberships, seesEverybody } from "../policy";
import type { Membership } from "../types";

export type MembershipPage = { limit: number; cursor?: string | undefined; role?: "admin" };

/**
 * People of a community, as far as the actor may see them (P).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `invalid_cursor`
 */
export async function listCommunityMembers(
  ctx: TenantContext,
  communityId: string,
  page: MembershipPage,
): Promise<Page<Membership>> {
  const standing = await findStanding(ctx, communityId);
  authorize(canViewCommunity(ctx.actor, standing));
  authorize(canListMemberships(ctx.actor, communityId));
  const everybody = seesEverybody(ctx.actor, standing.role);
  const rows = await selectCommunityMembers(ctx.db, communityId, filterOf(ctx, page, everybody));
  return pageOf(rows, page.limit, (row) => [row.memberId]);
}

/**
 * People of a room, as far as the actor may see them (P).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `invalid_cursor`
 */
export async function listGroupMembers(
  ctx: TenantContext,
  groupId: string,
  page: MembershipPage,
): Promise<Page<Membership>> {
  const standing = await findGroupStanding(ctx, groupId);
  authorize(canViewCommunity(ctx.actor, standing));
  authorize(canListMemberships(ctx.actor, standing.communityId));
  const everybody = seesEverybody(ctx.actor, standing.role) || standing.groupRole !== null;
  const rows = await selectGroupMembers(ctx.db, standing, filterOf(ctx, page, everybody));
  return pageOf(rows, page.limit, (row) => [row.memberId]);
}

function filterOf(ctx: TenantContext, page: MembershipPage, everybody: boolean): MembershipFilter {
  const [after] = page.cursor ? decodeCursor(page.cursor, z.tuple([z.uuid()])) : [];
  return {
    viewerMemberId: everybody || ctx.actor.kind !== "member" ? null : ctx.actor.memberId,
    role: page.role ?? null,
    after: after === undefined ? null : String(after),
    limit: page.limit + 1,
  };
}
