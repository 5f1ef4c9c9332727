import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { keepTogether } from "../placement-rules";
import { canEditGroup } from "../policy";
import { splitNames } from "../rules";
import { seatsByRole } from "../splitting-sql";
import { splitOf } from "../ties-rules";
import type { SplitPreview } from "../types";
import { findGroupStanding } from "./find-group-standing";
import { systemFindTies } from "./find-ties";

export type Halves = { stay: string[]; go: string[]; admins: string[]; keptShare: number };

/**
 * Two halves of a room that keep neighbours together (L10); its admins belong to both. The same people and ties give the same
 * halves, so that the preview tells what the split does. The caller answers for access.
 */
export async function systemHalve(
  ctx: TenantContext,
  { groupId, communityId }: { groupId: string; communityId: string },
): Promise<Halves> {
  const { members, admins } = await seatsByRole(ctx.db, groupId);
  const ties = await systemFindTies(ctx, communityId, members);
  const half = Math.ceil(members.length / 2);
  const rooms = [half, members.length - half].map((size) => ({ residents: [], atLeast: size, atMost: size }));
  const [stay = [], go = []] = keepTogether(members, rooms, ties);
  const { total, split } = splitOf([stay, go], ties);
  return { stay, go, admins, keptShare: total === 0 ? 1 : 1 - split / total };
}

/**
 * What splitting a room in two would give: sizes, proposed names, how much of what ties its people stays together.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function previewSplit(ctx: TenantContext, groupId: string): Promise<SplitPreview> {
  const standing = await findGroupStanding(ctx, groupId);
  authorize(canEditGroup(ctx.actor, standing));
  const [group, community, limits, halves] = await Promise.all([
    ctx.db.group.findFirst({ where: { id: groupId }, select: { name: true } }),
    ctx.db.community.findFirst({ where: { id: standing.communityId }, select: { groupCount: true } }),
    findLimits(ctx),
    systemHalve(ctx, standing),
  ]);
  if (!group || !community) throw notFound();
  const { stay, go, admins, keptShare } = halves;
  return {
    names: splitNames(group.name, limits.communityNameGraphemes),
    staying: stay.length + admins.length,
    going: go.length + admins.length,
    admins: admins.length,
    keptShare,
    isTooSmall: go.length === 0,
    groupCount: community.groupCount,
    groupLimit: limits.communityGroups,
  };
}
