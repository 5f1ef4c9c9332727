import "server-only";
import { z } from "zod";
import { ownMemberId } from "@/lib/communities/actor-rules";
import { canSeeExactCounts, canViewCommunity } from "@/lib/communities/policy";
import { findStanding } from "@/lib/communities/queries/find-standing";
import { shownCount } from "@/lib/communities/rules";
import type { Icon, JoinMode } from "@/lib/communities/types";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { type GroupRow, selectGroups } from "../group-list-sql";
import { canSeeExactGroupCounts, canViewGroup } from "../policy";
import type { Group } from "../types";
import { findGroupStanding } from "./find-group-standing";

const cursorKeys = z.tuple([z.int(), z.uuid()]);

/**
 * Rooms of a community in their order; archived ones only when asked for (H6).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `invalid_cursor`
 */
export async function listGroups(
  ctx: TenantContext,
  page: { communityId: string; limit: number; cursor?: string | undefined; archived?: boolean | null },
): Promise<Page<Group>> {
  const standing = await findStanding(ctx, page.communityId);
  authorize(canViewCommunity(ctx.actor, standing));
  const [position, id] = page.cursor ? decodeCursor(page.cursor, cursorKeys) : [];
  const [rows, limits, administered] = await Promise.all([
    selectGroups(ctx.db, {
      communityId: page.communityId,
      archived: page.archived === undefined ? false : page.archived,
      after: id === undefined ? null : { position: Number(position), id: String(id) },
      limit: page.limit + 1,
    }),
    findLimits(ctx),
    administeredGroupIds(ctx, page.communityId),
  ]);
  const exact = canSeeExactCounts(ctx.actor, standing);
  const { data, nextCursor } = pageOf(rows, page.limit, (row) => [row.position, row.id]);
  const groups = data.map((row) => groupOf(row, limits.groupMembers, exact || administered.has(row.id)));
  return { data: groups, nextCursor };
}

/** One room. @throws Refusal `not_found`, `not_allowed`, `not_granted` */
export async function getGroup(ctx: TenantContext, groupId: string): Promise<Group> {
  const standing = await findGroupStanding(ctx, groupId);
  authorize(canViewGroup(ctx.actor, standing));
  const [row, limits] = await Promise.all([
    ctx.db.group.findFirst({ where: { id: groupId }, select: fields }),
    findLimits(ctx),
  ]);
  if (!row) throw notFound();
  const known = { ...row, icon: row.icon as Icon | null, joinMode: row.joinMode as JoinMode };
  return groupOf(known, limits.groupMembers, canSeeExactGroupCounts(ctx.actor, standing));
}

const fields = {
  id: true,
  communityId: true,
  name: true,
  description: true,
  icon: true,
  memberCount: true,
  overflow: true,
  overflowOf: true,
  joinMode: true,
  position: true,
  createdAt: true,
  archivedAt: true,
} as const;

function groupOf({ position: _, ...row }: GroupRow, capacity: number, exact: boolean): Group {
  return { ...row, memberCount: shownCount(row.memberCount, exact), capacity };
}

async function administeredGroupIds(ctx: TenantContext, communityId: string): Promise<Set<string>> {
  const memberId = ownMemberId(ctx.actor);
  if (!memberId) return new Set();
  const where = { communityId, memberId, role: "admin" };
  const seats = await ctx.db.groupMember.findMany({ where, select: { groupId: true } });
  return new Set(seats.map((seat) => seat.groupId));
}
