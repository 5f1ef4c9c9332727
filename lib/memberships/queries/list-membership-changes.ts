import "server-only";
import { z } from "zod";
import { getCommunity } from "@/lib/communities/queries/list-communities";
import { roomNames } from "@/lib/members/queries/explain-visibility";
import { viewMembers } from "@/lib/members/queries/list-members";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { canAsStaff } from "@/lib/tenants/policy";
import { type ChangePlace, countChanges, pageOfChanges, type Span } from "../history-sql";
import type { ChangeKind, MembershipChange } from "../types";

const place = z.tuple([z.string().refine(isId), z.string().refine(isId)]);

/**
 * The difference of two instants of a community and its rooms: who came, who went, whose role is another. For those who
 * answer what people ask about their data. @throws Refusal `not_found`, `not_allowed`, `invalid_cursor`
 */
export async function listMembershipChanges(
  ctx: TenantContext,
  span: Span,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<MembershipChange>> {
  await mayAsk(ctx, span);
  const rows = await pageOfChanges(ctx.db, span, { after: placeOf(cursor), limit: limit + 1 });
  const page = pageOf(rows, limit, (row) => [row.placeId, row.memberId]);
  const [people, rooms] = await Promise.all([
    viewMembers(
      ctx,
      page.data.map(({ memberId }) => memberId),
    ),
    roomNames(
      ctx,
      page.data.map(({ placeId }) => placeId),
    ),
  ]);
  const data = page.data.map(({ placeId, memberId, ...change }) => ({
    ...change,
    memberId,
    name: people.get(memberId)?.name ?? null,
    groupId: placeId === span.communityId ? null : placeId,
    groupName: placeId === span.communityId ? null : (rooms.get(placeId) ?? null),
  }));
  return { data, nextCursor: page.nextCursor };
}

/** How many of each. @throws Refusal as `listMembershipChanges` */
export async function countMembershipChanges(
  ctx: TenantContext,
  span: Span,
): Promise<Record<ChangeKind, number>> {
  await mayAsk(ctx, span);
  return countChanges(ctx.db, span);
}

async function mayAsk(ctx: TenantContext, { communityId }: Span): Promise<void> {
  await getCommunity(ctx, communityId);
  authorize(canAsStaff(ctx.actor, "privacy.manage"));
}

function placeOf(cursor: string | undefined): ChangePlace {
  if (cursor === undefined) return null;
  const [placeId = "", memberId = ""] = decodeCursor(cursor, place).map(String);
  return { placeId, memberId };
}
