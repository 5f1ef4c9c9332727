import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Evidence, Suspicion } from "./types";

// Of many records with the same trait, as of a family that shares an address, the first ones are paired; the others come up as
// these are decided.
const MOST_OF_A_TRAIT = 5;
// What shorter addresses begin with says too little.
const SHORTEST_ADDRESS = 4;

export type SuspicionPlace = { strength: number; oneId: string; otherId: string };
export type SuspicionRow = Suspicion & { strength: number };

/**
 * Pairs of records that share a trait and of whom nobody has said that they are two, the strongest evidence first. What is shared
 * is found by walking the indexes of traits once; only that little is joined.
 */
export function suspicionsAfter(
  db: Db,
  { after, limit }: { after: SuspicionPlace | null; limit: number },
): Promise<SuspicionRow[]> {
  const from = after ?? { strength: 0, oneId: null, otherId: null };
  return db.$queryRaw<SuspicionRow[]>`
    WITH shared AS (${SHARED_TRAITS}),
    ranked AS (
      SELECT strength, kind, value, same, member_id,
        row_number() OVER (PARTITION BY kind, value, same ORDER BY member_id) AS n FROM shared),
    pairs AS (
      SELECT a.member_id AS one_id, b.member_id AS other_id, a.strength, a.kind, a.value
      FROM ranked a JOIN ranked b ON b.kind = a.kind AND b.value = a.value AND b.same = a.same AND b.n > a.n
      WHERE b.n <= ${MOST_OF_A_TRAIT}::int)
    SELECT one_id AS "oneId", other_id AS "otherId", min(strength)::int AS strength,
      jsonb_agg(jsonb_build_object('kind', kind, 'value', value) ORDER BY strength, value) AS evidence
    FROM pairs p
    WHERE NOT EXISTS (SELECT FROM distinct_people d WHERE d.tenant_id = current_tenant()
      AND d.one_id = p.one_id AND d.other_id = p.other_id)
    GROUP BY one_id, other_id
    HAVING ${from.oneId}::uuid IS NULL
      OR (min(strength)::int, one_id, other_id) > (${from.strength}::int, ${from.oneId}::uuid, ${from.otherId}::uuid)
    ORDER BY strength, one_id, other_id LIMIT ${limit}::int`;
}

/**
 * Traits that more than one record has, with each of these: `same` is what must be equal besides. The limits keep the look-ups
 * what they are, one by one: the planner cannot know how few are shared.
 */
const SHARED_TRAITS = Prisma.sql`
  SELECT DISTINCT CASE WHEN twice.trait < 'n:' THEN 2 ELSE 1 END AS strength,
    CASE WHEN twice.trait < 'n:' THEN 'mailbox' ELSE 'number' END AS kind, substr(twice.trait, 3) AS value, '' AS same, i.member_id
  FROM (SELECT trait FROM identifiers WHERE tenant_id = current_tenant() AND trait IS NOT NULL
    GROUP BY trait HAVING count(*) > 1) twice
  CROSS JOIN LATERAL (SELECT member_id FROM identifiers
    WHERE tenant_id = current_tenant() AND trait = twice.trait LIMIT 100) i
  UNION ALL
  SELECT 3, 'name_birthday', to_char(twice.birthday_on, 'YYYY-MM-DD'), twice.name, m.id
  FROM (SELECT search_name COLLATE "C" AS name, birthday_on FROM members
    WHERE tenant_id = current_tenant() AND birthday_on IS NOT NULL AND search_name <> ''
    GROUP BY search_name COLLATE "C", birthday_on HAVING count(*) > 1) twice
  CROSS JOIN LATERAL (SELECT id FROM members WHERE tenant_id = current_tenant()
    AND search_name COLLATE "C" = twice.name AND birthday_on = twice.birthday_on LIMIT 100) m
  UNION ALL
  SELECT DISTINCT 4, 'name_address', twice.address, m.search_name, m.id
  FROM (SELECT substr(split_part(trait, '@', 1), 3) AS address, member_id FROM (
      SELECT trait, member_id, lag(trait) OVER w AS earlier, lead(trait) OVER w AS later FROM identifiers
      WHERE tenant_id = current_tenant() AND trait >= 'm:' AND trait < 'm;' WINDOW w AS (ORDER BY trait)) mails
    WHERE split_part(trait, '@', 1) IN (split_part(earlier, '@', 1), split_part(later, '@', 1))) twice
  CROSS JOIN LATERAL (SELECT id, search_name FROM members
    WHERE tenant_id = current_tenant() AND id = twice.member_id AND search_name <> '' LIMIT 1) m
  WHERE length(twice.address) >= ${SHORTEST_ADDRESS}::int`;

/** With whom one record shares a trait, and which; those of whom somebody said that they are two are left out. */
export async function suspicionsOf(
  db: Db,
  memberId: string,
  limit: number,
): Promise<{ otherId: string; evidence: Evidence[] }[]> {
  return await db.$queryRaw<{ otherId: string; evidence: Evidence[] }[]>`
    WITH mine AS (SELECT trait FROM identifiers
      WHERE tenant_id = current_tenant() AND member_id = ${memberId}::uuid AND trait IS NOT NULL),
    me AS (SELECT search_name, birthday_on FROM members WHERE tenant_id = current_tenant() AND id = ${memberId}::uuid),
    found AS (
      SELECT CASE WHEN i.trait < 'n:' THEN 2 ELSE 1 END AS strength,
        CASE WHEN i.trait < 'n:' THEN 'mailbox' ELSE 'number' END AS kind, substr(i.trait, 3) AS value, i.member_id
      FROM mine JOIN identifiers i ON i.tenant_id = current_tenant() AND i.trait = mine.trait
      UNION
      SELECT 3, 'name_birthday', to_char(m.birthday_on, 'YYYY-MM-DD'), m.id
      FROM me JOIN members m ON m.tenant_id = current_tenant() AND m.search_name COLLATE "C" = me.search_name COLLATE "C"
        AND m.birthday_on = me.birthday_on
      WHERE me.search_name <> ''
      UNION
      SELECT 4, 'name_address', address, m.id
      FROM (SELECT split_part(substr(trait, 3), '@', 1) AS address FROM mine WHERE trait < 'n:') a
      JOIN identifiers i ON i.tenant_id = current_tenant() AND i.trait >= 'm:' || address || '@' AND i.trait < 'm:' || address || 'A'
      JOIN members m ON m.tenant_id = current_tenant() AND m.id = i.member_id
      JOIN me ON me.search_name = m.search_name
      WHERE length(address) >= ${SHORTEST_ADDRESS}::int AND m.search_name <> '')
    SELECT member_id AS "otherId",
      jsonb_agg(jsonb_build_object('kind', kind, 'value', value) ORDER BY strength, value) AS evidence
    FROM found f
    WHERE member_id <> ${memberId}::uuid AND NOT EXISTS (
      SELECT FROM distinct_people d WHERE d.tenant_id = current_tenant()
        AND d.one_id = least(f.member_id, ${memberId}::uuid) AND d.other_id = greatest(f.member_id, ${memberId}::uuid))
    GROUP BY member_id ORDER BY min(strength), member_id LIMIT ${limit}::int`;
}
