import "server-only";
import { z } from "zod";
import { ownMemberId } from "@/lib/communities/actor-rules";
import { whoIsSeen } from "@/lib/members/queries/who-is-seen";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import type { Actor } from "@/lib/shared/actor";
import { authorize } from "@/lib/shared/decision";
import { givenOnly } from "@/lib/shared/given-only";
import { communitiesInReach } from "@/lib/tenants/policy";
import { canListFeedback } from "../policy";
import { OPEN_STATUSES } from "../rules";
import type { FeedbackKind, FeedbackStatus, FeedbackView } from "../types";
import { feedbackFields, viewOf } from "../view-fields";

export type FeedbackFilter = {
  status?: FeedbackStatus | undefined;
  kind?: FeedbackKind | undefined;
  communityId?: string | undefined;
  memberId?: string | undefined;
  ownerId?: string | undefined;
  tag?: string | undefined;
  /** "only": open items past their due date, longest overdue first; "without": all others. */
  overdue?: "only" | "without" | undefined;
};
type PageAsked = { limit: number; cursor?: string | undefined };

const place = z.tuple([z.int(), z.uuid()]);
const MOST_AUDIENCES = 1_000;

/** The items the actor may see, newest first, a page at a time. @throws Refusal `not_allowed`, `invalid_cursor` */
export async function listFeedback(
  ctx: TenantContext,
  { overdue, tag, ...filter }: FeedbackFilter,
  { limit, cursor }: PageAsked,
): Promise<Page<FeedbackView>> {
  authorize(canListFeedback(ctx.actor));
  const { memberId } = filter;
  if (memberId !== undefined && !(await whoIsSeen(ctx, [memberId]))(memberId))
    return { data: [], nextCursor: null };
  const administered = await administeredCommunities(ctx);
  const isOverdue = { dueAt: { lt: ctx.now }, status: { in: [...OPEN_STATUSES] } };
  const records = await ctx.db.feedback.findMany({
    where: {
      AND: [
        withinReach(ctx.actor, administered),
        givenOnly(filter),
        tag === undefined ? {} : { tags: { has: tag } },
        overdue === "only" ? isOverdue : {},
        overdue === "without" ? { NOT: isOverdue } : {},
        cursor === undefined ? {} : after(cursor, overdue === "only"),
      ],
    },
    select: feedbackFields,
    orderBy: overdue === "only" ? [{ dueAt: "asc" }, { id: "asc" }] : [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const isSeen = await whoIsSeen(
    ctx,
    records.map((record) => record.memberId),
  );
  const views = records.map((record) =>
    viewOf(record, isStaffSide(ctx.actor, record.communityId, administered) ? "staff" : "author", isSeen),
  );
  return pageOf(views, limit, ({ id, createdAt, dueAt }) => [
    (overdue === "only" ? (dueAt ?? createdAt) : createdAt).getTime(),
    id,
  ]);
}

/** How many items of each state the actor may see. @throws Refusal `not_allowed` */
export async function countByStatus(
  ctx: TenantContext,
  filter: Pick<FeedbackFilter, "kind" | "communityId">,
): Promise<Map<FeedbackStatus, number>> {
  authorize(canListFeedback(ctx.actor));
  const reach = withinReach(ctx.actor, await administeredCommunities(ctx));
  const rows = await ctx.db.feedback.groupBy({
    by: ["status"],
    where: { AND: [reach, givenOnly(filter)] },
    _count: { _all: true },
  });
  return new Map(rows.map(({ status, _count }) => [status as FeedbackStatus, _count._all]));
}

function after(cursor: string, ascending: boolean) {
  const [ms = 0, id = ""] = decodeCursor(cursor, place);
  const at = new Date(Number(ms));
  const last = String(id);
  return ascending
    ? { OR: [{ dueAt: { gt: at } }, { dueAt: at, id: { gt: last } }] }
    : { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: last } }] };
}

/** Their own, those of communities they administer, and those their staff role reaches (R2, R3). */
function withinReach(actor: Actor, administered: readonly string[]) {
  const reach = communitiesInReach(actor, "feedback.view");
  if (reach === null) return {};
  const own = ownMemberId(actor);
  return {
    OR: [
      { communityId: { in: [...new Set([...reach, ...administered])] } },
      ...(own ? [{ memberId: own }] : []),
    ],
  };
}

function isStaffSide(actor: Actor, communityId: string | null, administered: readonly string[]): boolean {
  const reach = communitiesInReach(actor, "feedback.view");
  if (reach === null) return true;
  return communityId !== null && (reach.includes(communityId) || administered.includes(communityId));
}

async function administeredCommunities(ctx: TenantContext): Promise<string[]> {
  const memberId = ownMemberId(ctx.actor);
  if (!memberId) return [];
  const rows = await ctx.db.communityMember.findMany({
    where: { memberId, role: "admin" },
    select: { communityId: true },
    take: MOST_AUDIENCES,
  });
  return rows.map(({ communityId }) => communityId);
}
