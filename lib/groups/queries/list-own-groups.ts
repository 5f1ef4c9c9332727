import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { doorOf } from "../door-rules";
import { selectOpenGroups, selectOwnGroups } from "../own-groups-sql";
import type { OpenGroup, OwnGroup } from "../types";

/** The rooms a member is in, with what is new in them; none for everybody else. */
export async function listOwnGroups(ctx: TenantContext): Promise<OwnGroup[]> {
  return ctx.actor.kind === "member" ? selectOwnGroups(ctx.db, ctx.actor.memberId) : [];
}

/** The rooms of their communities that a member is not in. */
export async function listOpenGroups(ctx: TenantContext): Promise<OpenGroup[]> {
  if (ctx.actor.kind !== "member") return [];
  const [rows, limits] = await Promise.all([selectOpenGroups(ctx.db, ctx.actor.memberId), findLimits(ctx)]);
  return rows.map(({ siblings, groupCount, overflow, ...group }) => {
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
  return ctx.db.groupMember.count({ where: { memberId: ctx.actor.memberId } });
}
