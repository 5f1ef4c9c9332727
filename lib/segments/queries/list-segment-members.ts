import "server-only";
import { listMembers, type MemberPage } from "@/lib/members/queries/list-members";
import type { ListedMember } from "@/lib/members/types";
import type { TenantContext } from "@/lib/platform/context";
import type { Page } from "@/lib/platform/http/cursor";
import { getSegment } from "./find-segment";
import { segmentConditions } from "./segment-conditions";

/** A page of the people whom a segment finds now. @throws Refusal `not_found`, `not_allowed`, `invalid_cursor`. */
export async function listSegmentMembers(
  ctx: TenantContext,
  id: string,
  page: MemberPage,
): Promise<Page<ListedMember>> {
  const { filter } = await getSegment(ctx, id);
  return await listMembers(ctx, { conditions: await segmentConditions(ctx, filter) }, page);
}
