import "server-only";
import { listOwnCommunities } from "@/lib/communities/queries/list-own-communities";
import type { TenantContext } from "@/lib/platform/context";
import { notFound } from "@/lib/shared/refusal";
import { selectIdea } from "../ideas-sql";
import { findRoot } from "../merged-sql";
import type { Idea, IdeaEnd } from "../types";
import { toIdea } from "./list-ideas";

/**
 * An idea that the acting member may see: shared with their community, or one by which they were told of an end.
 * @throws Refusal `not_found`
 */
export async function getIdea(ctx: TenantContext, id: string): Promise<{ idea: Idea; end: IdeaEnd }> {
  if (ctx.actor.kind !== "member") throw notFound();
  const communities = await listOwnCommunities(ctx);
  const reach = { communityIds: communities.map(({ id }) => id), memberId: ctx.actor.memberId };
  const [record] = await selectIdea(ctx.db, reach, id);
  if (!record) throw notFound();
  return { idea: toIdea(record), end: await findEnd(ctx, id) };
}

/** The item by which the acting member knows of another one's end: where a link to that one leads them. */
export async function findVia(ctx: TenantContext, feedbackId: string): Promise<string | null> {
  if (ctx.actor.kind !== "member") return null;
  const told = await ctx.db.feedbackOutcome.findFirst({
    where: { feedbackId, memberId: ctx.actor.memberId },
    select: { viaId: true },
  });
  return told && told.viaId !== feedbackId ? told.viaId : null;
}

/** Its caller has seen to it that the acting member may see the item. */
export async function findEnd(ctx: TenantContext, id: string): Promise<IdeaEnd> {
  const root = await findRoot(ctx.db, id);
  if (!root || ctx.actor.kind !== "member") throw notFound();
  const { memberId } = ctx.actor;
  const where = { feedbackId: root.id, memberId, status: root.status, round: root.round };
  const asked =
    root.status === "done"
      ? await ctx.db.feedbackOutcome.findFirst({ where, select: { solved: true } })
      : null;
  return { rootId: root.id, status: root.status, reason: root.statusReason, asked };
}
