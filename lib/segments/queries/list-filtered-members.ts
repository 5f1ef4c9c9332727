import "server-only";
import type { ListQuery } from "@/lib/members/list-rules";
import { listMembers, type MemberPage } from "@/lib/members/queries/list-members";
import type { ListedMember } from "@/lib/members/types";
import type { TenantContext } from "@/lib/platform/context";
import type { Page } from "@/lib/platform/http/cursor";
import { getSegment } from "./find-segment";
import { segmentConditions } from "./segment-conditions";

/**
 * A page of the list of members as its filters ask it, a segment among them.
 * @throws Refusal `not_found` for a segment that is not there for the actor, and what `listMembers` does.
 */
export async function listFilteredMembers(
  ctx: TenantContext,
  { segmentId, ...query }: ListQuery,
  page: MemberPage,
): Promise<Page<ListedMember>> {
  const filter = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));
  if (segmentId === "") return await listMembers(ctx, filter, page);
  const segment = await getSegment(ctx, segmentId);
  return await listMembers(
    ctx,
    { ...filter, conditions: await segmentConditions(ctx, segment.filter) },
    page,
  );
}
