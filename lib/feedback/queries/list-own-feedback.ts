import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { countUnseen } from "../feedback-sql";
import type { FeedbackKind, FeedbackStatus, OwnFeedbackRow } from "../types";

const place = z.tuple([z.int(), z.uuid()]);

/** What a member sent, newest first; empty for everybody who is no member. @throws Refusal `invalid_cursor` */
export async function listOwnFeedback(
  ctx: TenantContext,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<OwnFeedbackRow>> {
  if (ctx.actor.kind !== "member") return { data: [], nextCursor: null };
  const records = await ctx.db.feedback.findMany({
    where: { memberId: ctx.actor.memberId, ...(cursor !== undefined && after(cursor)) },
    select: {
      id: true,
      kind: true,
      title: true,
      status: true,
      createdAt: true,
      updatedAt: true,
      toldAt: true,
      authorSeenAt: true,
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const rows = records.map(({ toldAt, authorSeenAt, kind, status, ...record }) => ({
    ...record,
    kind: kind as FeedbackKind,
    status: status as FeedbackStatus,
    unseen: toldAt !== null && (authorSeenAt === null || toldAt > authorSeenAt),
  }));
  return pageOf(rows, limit, ({ createdAt, id }) => [createdAt.getTime(), id]);
}

/** How many of a member's items have news that they have not looked at: the mark on the portal's tab. */
export async function countUnseenFeedback(ctx: TenantContext): Promise<number> {
  return ctx.actor.kind === "member" ? countUnseen(ctx.db, ctx.actor.memberId) : 0;
}

function after(cursor: string) {
  const [ms = 0, id = ""] = decodeCursor(cursor, place);
  const createdAt = new Date(Number(ms));
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: String(id) } }] };
}
