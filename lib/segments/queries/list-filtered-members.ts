import "server-only";
import type { ListQuery } from "@/lib/members/list-rules";
import { listMembers, type MemberPage } from "@/lib/members/queries/list-members";
import type { MemberFilter } from "@/lib/members/queries/read-filter";
import { countSelectedMembers } from "@/lib/members/queries/select-members";
import type { ListedMember } from "@/lib/members/types";
import type { TenantContext } from "@/lib/platform/context";
import type { Page } from "@/lib/platform/http/cursor";
import { givenOnly } from "@/lib/shared/given-only";
import { getSegment } from "./find-segment";
import { segmentConditions } from "./segment-conditions";

type AskedFilters = { [Name in keyof ListQuery]?: string | undefined };

/**
 * What the filters of the list ask, a segment among them; empty ones ask nothing.
 * @throws Refusal `not_found` for a segment that is not there for the actor.
 */
export async function filterOfList(
  ctx: TenantContext,
  { segmentId, q, tag, communityId, groupId }: AskedFilters,
): Promise<MemberFilter> {
  const filter = givenOnly({
    q: q || undefined,
    tag: tag || undefined,
    communityId: communityId || undefined,
    groupId: groupId || undefined,
  });
  if (!segmentId) return filter;
  const segment = await getSegment(ctx, segmentId);
  return { ...filter, conditions: await segmentConditions(ctx, segment.filter) };
}

/** A page of the list of members as its filters ask it. @throws Refusal as `filterOfList` and `listMembers` do. */
export async function listFilteredMembers(
  ctx: TenantContext,
  query: ListQuery,
  page: MemberPage,
): Promise<Page<ListedMember>> {
  return await listMembers(ctx, await filterOfList(ctx, query), page);
}

/** How many people the whole list would show. @throws Refusal as `filterOfList` does, `not_allowed`. */
export async function countFilteredMembers(ctx: TenantContext, query: AskedFilters): Promise<number> {
  return await countSelectedMembers(ctx, await filterOfList(ctx, query));
}
