import "server-only";
import { SMALLEST_SHOWN } from "@/lib/communities/rules";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { FeedbackStatus, Twin } from "./types";

export type IdeaRecord = {
  id: string;
  communityId: string;
  title: string;
  body: string;
  status: FeedbackStatus;
  votes: number;
  hasVoted: boolean;
  isOwn: boolean;
  createdAt: Date;
};

type Reach = { communityIds: readonly string[]; memberId: string | null };
export type IdeaPlace = { shown: number; createdAt: Date; id: string };

// Small counts stand as one: their order would tell what is not shown of them (P12).
const SHOWN = Prisma.sql`CASE WHEN f.votes < ${Prisma.raw(String(SMALLEST_SHOWN))} THEN 0 ELSE f.votes END`;
const OPEN = Prisma.sql`f.status IN ('new', 'triaged', 'planned', 'in_progress')`;

function ideaColumns(memberId: string | null): Prisma.Sql {
  return Prisma.sql`f.id, f.community_id AS "communityId", f.title, f.body, f.status, f.votes, f.created_at AS "createdAt",
    coalesce(f.member_id = ${memberId}::uuid, false) AS "isOwn",
    EXISTS (SELECT FROM feedback_votes v WHERE v.tenant_id = f.tenant_id AND v.feedback_id = f.id
      AND v.member_id = ${memberId}::uuid) AS "hasVoted"`;
}

function within({ communityIds }: Reach): Prisma.Sql {
  return Prisma.sql`f.tenant_id = current_tenant() AND f.is_shared AND f.community_id = ANY (${[...communityIds]}::uuid[])`;
}

/** Shared ideas, most support first, then newest. */
export function selectIdeas(
  db: Db,
  reach: Reach,
  { after, limit }: { after: IdeaPlace | null; limit: number },
): Promise<IdeaRecord[]> {
  const from = after
    ? Prisma.sql`AND (${SHOWN}, f.created_at, f.id) < (${after.shown}::int, ${after.createdAt}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty;
  return db.$queryRaw<IdeaRecord[]>`
    SELECT ${ideaColumns(reach.memberId)} FROM feedback f
    WHERE ${within(reach)} AND f.status <> 'merged' ${from}
    ORDER BY ${SHOWN} DESC, f.created_at DESC, f.id DESC LIMIT ${limit}`;
}

/**
 * Open ideas that say nearly the same as some words, the likest first: by the three-letter parts of their titles, without
 * accents and capitals. A community's shared ideas are read whole: there are hundreds, not millions.
 */
export function selectSimilar(
  db: Db,
  reach: Reach,
  { words, besides, limit }: { words: string; besides: string | null; limit: number },
): Promise<IdeaRecord[]> {
  return db.$queryRaw<IdeaRecord[]>`
    SELECT id, "communityId", title, body, status, votes, "createdAt", "isOwn", "hasVoted" FROM (
      SELECT ${ideaColumns(reach.memberId)},
        greatest(similarity(f.sought, fold(${words})), 0.9 * word_similarity(fold(${words}), f.sought),
          0.9 * word_similarity(f.sought, fold(${words}))) AS likeness
      FROM feedback f WHERE ${within(reach)} AND ${OPEN} AND f.id IS DISTINCT FROM ${besides}::uuid) near
    WHERE likeness >= 0.3 ORDER BY likeness DESC, id LIMIT ${limit}`;
}

/** An idea that somebody may see: shared with their community, or one by which they were told of an end. */
export function selectIdea(db: Db, reach: Reach, id: string): Promise<IdeaRecord[]> {
  return db.$queryRaw<IdeaRecord[]>`
    SELECT ${ideaColumns(reach.memberId)} FROM feedback f
    WHERE f.tenant_id = current_tenant() AND f.id = ${id}::uuid
      AND (f.is_shared AND f.community_id = ANY (${[...reach.communityIds]}::uuid[])
        OR EXISTS (SELECT FROM feedback_outcomes o WHERE o.tenant_id = f.tenant_id AND o.via_id = f.id
          AND o.member_id = ${reach.memberId}::uuid))`;
}

/** Open items of the same community, however private: the likest titles first. For those who answer the item. */
export function selectTwins(db: Db, id: string, limit: number): Promise<Twin[]> {
  return db.$queryRaw<Twin[]>`
    SELECT f.id, f.title, f.status, f.votes FROM feedback f
    JOIN feedback own ON own.tenant_id = f.tenant_id AND own.id = ${id}::uuid
    WHERE f.tenant_id = current_tenant() AND ${OPEN} AND f.id <> own.id
      AND f.community_id IS NOT DISTINCT FROM own.community_id
    ORDER BY similarity(f.sought, own.sought) DESC, f.votes DESC, f.id LIMIT ${limit}`;
}
