import "server-only";
import { memberCommunityIds } from "@/lib/members/queries/member-community-ids";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { type FieldIssue, invalidInput } from "@/lib/shared/refusal";
import { contactConditions, namedCommunities, namedGroups } from "./filter-rules";
import { canUseFilter, canUseSegments } from "./policy";
import type { SegmentFilter } from "./schema";

/**
 * That the actor may ask what a filter asks, and that the places it names are there for them; foreign and unknown ones are the
 * same (T3).
 * @throws Refusal `not_allowed`, `invalid_input` at the condition.
 */
export async function checkFilter(ctx: TenantContext, filter: SegmentFilter): Promise<void> {
  authorize(canUseSegments(ctx.actor));
  if (!canUseFilter(ctx.actor, filter).ok) {
    throw invalidInput(
      ...contactConditions(filter).map((name) => ({ path: `filter.${name}`, code: "not_yours_to_ask" })),
    );
  }
  const known = await memberCommunityIds(ctx);
  const communityIds = namedCommunities(filter);
  const groupIds = namedGroups(filter);
  const [communities, groups] = await Promise.all([
    ctx.db.community.findMany({ where: { id: { in: communityIds } }, select: { id: true } }),
    ctx.db.group.findMany({ where: { id: { in: groupIds } }, select: { id: true, communityId: true } }),
  ]);
  const isKnown = (id: string) => known === null || known.includes(id);
  const here = new Set([
    ...communities.filter(({ id }) => isKnown(id)).map(({ id }) => id),
    ...groups.filter(({ communityId }) => isKnown(communityId)).map(({ id }) => id),
  ]);
  const missing: FieldIssue[] = [...communityIds, ...groupIds]
    .filter((id) => !here.has(id))
    .map(() => ({ path: "filter", code: "unknown_id" }));
  if (missing[0]) throw invalidInput(missing[0]);
}
