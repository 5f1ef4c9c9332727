import "server-only";
import { ownMemberId } from "@/lib/communities/actor-rules";
import { canManageGroups } from "@/lib/communities/policy";
import { findStanding } from "@/lib/communities/queries/find-standing";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { factsOfMove } from "../moving-sql";
import type { MovePreview, MoveTarget } from "../types";
import { findGroupStanding } from "./find-group-standing";

/**
 * What a move would do, before anybody presses: computed by the statement that the move itself asks (H5).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function previewMove(
  ctx: TenantContext,
  { groupId, communityId: to }: { groupId: string; communityId: string },
): Promise<MovePreview> {
  const standing = await findGroupStanding(ctx, groupId);
  authorize(canManageGroups(ctx.actor, standing));
  authorize(canManageGroups(ctx.actor, await findStanding(ctx, to)));
  const [facts, target, limits] = await Promise.all([
    factsOfMove(ctx.db, { groupId, from: standing.communityId, to }),
    ctx.db.community.findFirst({ where: { id: to }, select: targetFields }),
    findLimits(ctx),
  ]);
  if (!target) throw notFound();
  const { newcomers, banned, bannedAdmins: _, ...counts } = facts;
  return {
    ...counts,
    newcomers: newcomers.length,
    banned: banned.length,
    to: {
      ...target,
      groupLimit: limits.communityGroups,
      memberLimit: limits.communityMembers,
    },
  };
}

const targetFields = { id: true, name: true, groupCount: true, memberCount: true } as const;

/** The communities that a room could move to: those in use that the actor manages, but its own. @throws Refusal `not_found` */
export async function listMoveTargets(ctx: TenantContext, groupId: string): Promise<MoveTarget[]> {
  const standing = await findGroupStanding(ctx, groupId);
  authorize(canManageGroups(ctx.actor, standing));
  const memberId = ownMemberId(ctx.actor);
  const [communities, led] = await Promise.all([
    ctx.db.community.findMany({
      where: { archivedAt: null, id: { not: standing.communityId } },
      select: { id: true, name: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: 200,
    }),
    memberId
      ? ctx.db.communityMember.findMany({ where: { memberId, role: "admin" }, select: { communityId: true } })
      : [],
  ]);
  const administered = new Set(led.map(({ communityId }) => communityId));
  const roleIn = (communityId: string) => (administered.has(communityId) ? ("admin" as const) : null);
  return communities.filter(({ id }) => canManageGroups(ctx.actor, { communityId: id, role: roleIn(id) }).ok);
}
