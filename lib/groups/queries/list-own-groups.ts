import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { isInSight, withinSight } from "@/lib/shared/actor";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { doorOf } from "../door-rules";
import { selectOpenGroups, selectOwnGroups } from "../own-groups-sql";
import type { OpenGroup, OwnGroup } from "../types";

/** The rooms a member is in, with what is new in them; none for everybody else. */
export async function listOwnGroups(ctx: TenantContext): Promise<OwnGroup[]> {
  if (ctx.actor.kind !== "member") return [];
  const groups = await selectOwnGroups(ctx.db, ctx.actor.memberId);
  return groups.filter(({ communityId }) => isInSight(ctx.actor, communityId));
}

/** The rooms of their communities that a member is not in. */
export async function listOpenGroups(ctx: TenantContext): Promise<OpenGroup[]> {
  if (ctx.actor.kind !== "member") return [];
  const [rows, limits] = await Promise.all([selectOpenGroups(ctx.db, ctx.actor.memberId), findLimits(ctx)]);
  const seen = rows.filter(({ communityId }) => isInSight(ctx.actor, communityId));
  return seen.map(({ siblings, groupCount, overflow, ...group }) => {
    const family = siblings.map(({ archivedAt, ...room }) => ({
      ...room,
      archivedAt: archivedAt === null ? null : new Date(archivedAt),
    }));
    // Who is in the community already needs no place in it.
    const house = { groupCount, isFull: false };
    return { ...group, door: doorOf({ ...group, overflow, archivedAt: null }, family, house, limits) };
  });
}

/** In how many rooms a member is. */
export async function countOwnGroups(ctx: TenantContext): Promise<number> {
  if (ctx.actor.kind !== "member") return 0;
  return ctx.db.groupMember.count({ where: { memberId: ctx.actor.memberId, ...withinSight(ctx.actor) } });
}
