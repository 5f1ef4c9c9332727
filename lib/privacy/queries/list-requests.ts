import "server-only";
import { z } from "zod";
import { viewMembers } from "@/lib/members/queries/list-members";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";
import { canManagePrivacy, canReadRequests } from "../policy";
import { daysLeft } from "../request-rules";
import type { PrivacyRequest, RefusalReason, RequestKind, RequestStatus, RequestWay } from "../types";

export type RequestFilter = {
  state: "pending" | "closed";
  kind?: RequestKind | undefined;
  memberId?: string | undefined;
};

const columns = {
  id: true,
  memberId: true,
  kind: true,
  receivedBy: true,
  status: true,
  details: true,
  answer: true,
  refusalReason: true,
  receivedAt: true,
  dueAt: true,
  exportedAt: true,
  closedAt: true,
} as const;
type Row = Omit<PrivacyRequest, "name" | "daysLeft" | "kind" | "receivedBy" | "status" | "refusalReason"> & {
  kind: string;
  receivedBy: string;
  status: string;
  refusalReason: string | null;
};
const place = z.tuple([z.iso.datetime(), z.string().refine(isId)]);

/**
 * What people ask about their data: what waits by its last day, overdue first; what is closed, the newest first. Members
 * see their own. @throws Refusal `not_allowed`, `invalid_cursor`
 */
export async function listRequests(
  ctx: TenantContext,
  { state, kind, memberId }: RequestFilter,
  page: { limit: number; cursor?: string | undefined },
): Promise<Page<PrivacyRequest>> {
  const own = ctx.actor.kind === "member" ? ctx.actor.memberId : null;
  if (own === null) authorize(canManagePrivacy(ctx.actor));
  if (own !== null && memberId !== undefined && memberId !== own) return { data: [], nextCursor: null };
  const person = own ?? memberId;
  const isPending = state === "pending";
  const rows = await ctx.db.privacyRequest.findMany({
    where: {
      closedAt: isPending ? null : { not: null },
      ...(kind && { kind }),
      ...(person && { memberId: person }),
      ...(page.cursor !== undefined && beyond(page.cursor, isPending)),
    },
    select: columns,
    orderBy: isPending ? [{ dueAt: "asc" }, { id: "asc" }] : [{ closedAt: "desc" }, { id: "desc" }],
    take: page.limit + 1,
  });
  const { data, nextCursor } = pageOf(rows, page.limit, (row) => [
    (isPending ? row.dueAt : (row.closedAt ?? row.dueAt)).toISOString(),
    row.id,
  ]);
  return { data: await viewed(ctx, data), nextCursor };
}

function beyond(cursor: string, isPending: boolean) {
  const [at = "", last = ""] = decodeCursor(cursor, place).map(String);
  const when = new Date(at);
  return isPending
    ? { dueAt: { gte: when }, OR: [{ dueAt: { gt: when } }, { id: { gt: last } }] }
    : { closedAt: { lte: when }, OR: [{ closedAt: { lt: when } }, { id: { lt: last } }] };
}

/** One request. @throws Refusal `not_found`: unknown, foreign, or somebody else's */
export async function getRequest(ctx: TenantContext, id: string): Promise<PrivacyRequest> {
  const row = isId(id) ? await ctx.db.privacyRequest.findFirst({ where: { id }, select: columns }) : null;
  if (!row) throw notFound();
  const decision = canReadRequests(ctx.actor, row.memberId);
  if (!decision.ok && ctx.actor.kind === "member") throw notFound();
  authorize(decision);
  const [request] = await viewed(ctx, [row]);
  if (!request) throw notFound();
  return request;
}

/** How many wait, and how many of them too long; null for whoever does not answer them. */
export async function countPending(ctx: TenantContext): Promise<{ pending: number; overdue: number } | null> {
  if (!canManagePrivacy(ctx.actor).ok) return null;
  const [pending, overdue] = await Promise.all([
    ctx.db.privacyRequest.count({ where: { closedAt: null } }),
    ctx.db.privacyRequest.count({ where: { closedAt: null, dueAt: { lt: ctx.now } } }),
  ]);
  return { pending, overdue };
}

async function viewed(ctx: TenantContext, rows: readonly Row[]): Promise<PrivacyRequest[]> {
  const [people, zone] = await Promise.all([
    viewMembers(
      ctx,
      rows.map(({ memberId }) => memberId),
    ),
    findTimezone(ctx),
  ]);
  return rows.map((row) => ({
    ...row,
    name: people.get(row.memberId)?.name ?? null,
    kind: row.kind as RequestKind,
    receivedBy: row.receivedBy as RequestWay,
    status: row.status as RequestStatus,
    refusalReason: row.refusalReason as RefusalReason | null,
    daysLeft: row.closedAt === null ? daysLeft(row.dueAt, ctx.now, zone) : null,
  }));
}
