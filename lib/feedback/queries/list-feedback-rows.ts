import "server-only";
import type { Icon } from "@/lib/communities/types";
import { viewMembers } from "@/lib/members/queries/list-members";
import type { TenantContext } from "@/lib/platform/context";
import type { Page } from "@/lib/platform/http/cursor";
import { isOverdue } from "../rules";
import type { FeedbackRow, FeedbackView } from "../types";
import { getFeedbackBySide } from "./get-feedback";
import { type FeedbackFilter, listFeedback } from "./list-feedback";
import { staffNames } from "./list-owners";

/** A page of `listFeedback` with the names that a staff page shows beside the ids. @throws Refusal as `listFeedback` */
export async function listFeedbackRows(
  ctx: TenantContext,
  filter: FeedbackFilter,
  page: { limit: number; cursor?: string | undefined },
): Promise<Page<FeedbackRow>> {
  const { data, nextCursor } = await listFeedback(ctx, filter, page);
  return { data: await withNames(ctx, data), nextCursor };
}

/** One item in the same shape. @throws Refusal as `getFeedback` */
export async function getFeedbackRow(ctx: TenantContext, id: string): Promise<FeedbackRow | null> {
  const { item } = await getFeedbackBySide(ctx, id);
  const [row] = await withNames(ctx, [item]);
  return row ?? null;
}

/** Items with the names that a staff page shows beside the ids. Its caller has read them. */
export async function withNames(ctx: TenantContext, items: readonly FeedbackView[]): Promise<FeedbackRow[]> {
  const [people, communities, staff] = await Promise.all([
    viewMembers(
      ctx,
      items.flatMap(({ memberId }) => memberId ?? []),
    ),
    ctx.db.community.findMany({
      where: { id: { in: items.flatMap(({ communityId }) => communityId ?? []) } },
      select: { id: true, name: true, icon: true },
    }),
    staffNames(ctx),
  ]);
  const houses = new Map(communities.map(({ id, name, icon }) => [id, { name, icon: icon as Icon | null }]));
  return items.map((item) => ({
    ...item,
    votes: item.votes === "<5" ? 0 : item.votes,
    authorName: item.memberId ? (people.get(item.memberId)?.name ?? null) : null,
    community: item.communityId ? (houses.get(item.communityId) ?? null) : null,
    ownerName: item.ownerId ? (staff.get(item.ownerId) ?? null) : null,
    overdue: isOverdue(item, ctx.now),
  }));
}
