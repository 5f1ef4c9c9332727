import "server-only";
import { z } from "zod";
import { whoIsSeen } from "@/lib/members/queries/who-is-seen";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { canViewFeedback, sideOf } from "../policy";
import type { FeedbackComment } from "../types";
import { commentFields, commentViewOf } from "../view-fields";
import { findSubject } from "./find-subject";

const place = z.tuple([z.int(), z.uuid()]);

/** The story of an item, oldest first; the author never gets the notes of the staff. @throws Refusal as `getFeedback` */
export async function listComments(
  ctx: TenantContext,
  feedbackId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined } = { limit: 200 },
): Promise<Page<FeedbackComment>> {
  const subject = await findSubject(ctx, feedbackId);
  authorize(canViewFeedback(ctx.actor, subject));
  const side = sideOf(ctx.actor, subject) ?? "author";
  const records = await ctx.db.feedbackComment.findMany({
    where: {
      feedbackId,
      ...(side === "author" && { internal: false }),
      ...(cursor !== undefined && after(cursor)),
    },
    select: commentFields,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: limit + 1,
  });
  const isSeen = await whoIsSeen(
    ctx,
    records.map(({ authorId }) => authorId),
  );
  const views = records.map((record) => commentViewOf(record, side, isSeen));
  return pageOf(views, limit, ({ createdAt, id }) => [createdAt.getTime(), id]);
}

function after(cursor: string) {
  const [ms = 0, id = ""] = decodeCursor(cursor, place);
  const createdAt = new Date(Number(ms));
  return { OR: [{ createdAt: { gt: createdAt } }, { createdAt, id: { gt: String(id) } }] };
}
