import "server-only";
import { z } from "zod";
import { ownMemberId } from "@/lib/communities/actor-rules";
import { listOwnCommunities } from "@/lib/communities/queries/list-own-communities";
import { shownCount } from "@/lib/communities/rules";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { cleanText } from "@/lib/shared/text";
import { type IdeaRecord, selectIdeas, selectSimilar } from "../ideas-sql";
import { canListFeedback } from "../policy";
import type { Idea } from "../types";
import { listFeedbackCommunities } from "./list-feedback-communities";

const place = z.tuple([z.int(), z.int(), z.uuid()]);
/** As many as one looks through before one writes one's own. */
const MOST_SIMILAR = 5;
/** Fewer letters than these are like everything. */
const FEWEST_LETTERS = 4;

type Filter = { communityId?: string | undefined };

/**
 * Ideas that members share with their community, without their authors, most support first: for a member those of their own
 * communities, for staff those in reach. Supports below five count as none in the order too (P12).
 * @throws Refusal `not_allowed`, `invalid_cursor`
 */
export async function listIdeas(
  ctx: TenantContext,
  filter: Filter,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<Idea>> {
  const reach = await reachOf(ctx, filter);
  const [shown = 0, ms = 0, id = ""] = cursor === undefined ? [] : decodeCursor(cursor, place);
  const after =
    cursor === undefined ? null : { shown: Number(shown), createdAt: new Date(Number(ms)), id: String(id) };
  const records = await selectIdeas(ctx.db, reach, { after, limit: limit + 1 });
  return pageOf(records.map(toIdea), limit, ({ votes, createdAt, id }) => [
    votes === "<5" ? 0 : votes,
    createdAt.getTime(),
    id,
  ]);
}

/**
 * Up to five open ideas that say nearly the same as some words; fewer than four letters are like nothing.
 * @throws Refusal `not_allowed`
 */
export async function listSimilarIdeas(
  ctx: TenantContext,
  { words, besides = null, ...filter }: Filter & { words: string; besides?: string | null },
): Promise<Idea[]> {
  const asked = cleanText(words).slice(0, 200).trim();
  if ([...asked].length < FEWEST_LETTERS) return [];
  const reach = await reachOf(ctx, filter);
  const records = await selectSimilar(ctx.db, reach, { words: asked, besides, limit: MOST_SIMILAR });
  return records.map(toIdea);
}

async function reachOf(ctx: TenantContext, { communityId }: Filter) {
  authorize(canListFeedback(ctx.actor));
  const isMember = ctx.actor.kind === "member";
  const known = isMember ? await listOwnCommunities(ctx) : await listFeedbackCommunities(ctx);
  const ids = known.map(({ id }) => id).filter((id) => communityId === undefined || id === communityId);
  return { communityIds: ids, memberId: ownMemberId(ctx.actor) };
}

export function toIdea(record: IdeaRecord): Idea {
  return { ...record, votes: shownCount(record.votes, false) };
}
