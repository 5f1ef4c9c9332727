import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { Prisma } from "@/lib/platform/db/generated/client";

export type TagRow = { id: string; name: string; token: string; count: number };

/** The tags of the tenant by name, with the number of people among those seen; `isSeen` is a condition on `mt.member_id`. */
export function selectTags(db: Db, isSeen: Prisma.Sql): Promise<TagRow[]> {
  return db.$queryRaw<TagRow[]>`
    SELECT t.id, t.name, t.token, coalesce(c.count, 0)::int AS count
    FROM tags t LEFT JOIN (
      SELECT mt.token, count(*) FROM member_tags mt WHERE mt.tenant_id = current_tenant() AND ${isSeen} GROUP BY mt.token
    ) c ON c.token = t.token
    WHERE t.tenant_id = current_tenant() ORDER BY t.token, t.id`;
}

/** Somebody in a change of tags: whether they were so already, and whether they were changed. */
export type TaggedPerson = { memberId: string; isSo: boolean; isChanged: boolean };
type Change = { memberIds: readonly string[]; tags: readonly string[]; now: Date };

/** Gives people the tags that they lack, unless they would have more than `most`. */
export function addTags(
  db: Db,
  { memberIds, tags, now, most }: Change & { most: number },
): Promise<TaggedPerson[]> {
  return db.$queryRaw<TaggedPerson[]>`
    WITH wanted AS MATERIALIZED (
      SELECT tag, tag_token(tag) AS token, n FROM unnest(${tags}::text[]) WITH ORDINALITY AS t (tag, n)),
    people AS MATERIALIZED (
      SELECT m.id, cardinality(m.tags) AS has, ARRAY(
          SELECT w.tag FROM wanted w
          WHERE w.token <> ALL (ARRAY(SELECT tag_token(had) FROM unnest(m.tags) AS had)) ORDER BY w.n) AS missing
      FROM members m WHERE m.tenant_id = current_tenant() AND m.id = ANY (${memberIds}::uuid[]) ORDER BY m.id FOR UPDATE),
    changed AS (
      UPDATE members m SET tags = m.tags || p.missing, updated_at = ${now}::timestamptz FROM people p
      WHERE m.tenant_id = current_tenant() AND m.id = p.id AND cardinality(p.missing) > 0
        AND p.has + cardinality(p.missing) <= ${most}::int
      RETURNING m.id)
    SELECT p.id AS "memberId", p.missing = '{}' AS "isSo", c.id IS NOT NULL AS "isChanged"
    FROM people p LEFT JOIN changed c ON c.id = p.id`;
}

/** Takes tags from the people who have them. */
export function removeTags(db: Db, { memberIds, tags, now }: Change): Promise<TaggedPerson[]> {
  return db.$queryRaw<TaggedPerson[]>`
    WITH unwanted AS MATERIALIZED (SELECT ARRAY(SELECT tag_token(tag) FROM unnest(${tags}::text[]) AS tag) AS tokens),
    people AS MATERIALIZED (
      SELECT m.id, m.tags, ARRAY(
          SELECT had FROM unnest(m.tags) WITH ORDINALITY AS t (had, n)
          WHERE tag_token(had) <> ALL (u.tokens) ORDER BY n) AS kept
      FROM members m, unwanted u
      WHERE m.tenant_id = current_tenant() AND m.id = ANY (${memberIds}::uuid[]) ORDER BY m.id FOR UPDATE OF m),
    changed AS (
      UPDATE members m SET tags = p.kept, updated_at = ${now}::timestamptz FROM people p
      WHERE m.tenant_id = current_tenant() AND m.id = p.id AND p.kept <> p.tags RETURNING m.id)
    SELECT p.id AS "memberId", p.kept = p.tags AS "isSo", c.id IS NOT NULL AS "isChanged"
    FROM people p LEFT JOIN changed c ON c.id = p.id`;
}
