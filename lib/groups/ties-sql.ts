import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { Neighbour, Talk } from "./ties-rules";

/** What may tie these people: who brought them into the community (or to the tenant), their city, their tags. */
export function neighboursAmong(db: Db, communityId: string, ids: readonly string[]): Promise<Neighbour[]> {
  return db.$queryRaw<Neighbour[]>`
    SELECT m.id, coalesce(cm.invited_by, m.invited_by) AS "invitedBy",
      nullif(fold(coalesce(m.fields ->> 'cidade', m.fields ->> 'city', m.fields ->> 'ciudad', '')), '') AS city, m.tags
    FROM unnest(${ids}::uuid[]) AS wanted (id)
    JOIN members m ON m.tenant_id = current_tenant() AND m.id = wanted.id
    LEFT JOIN community_members cm ON cm.tenant_id = m.tenant_id AND cm.community_id = ${communityId}::uuid
      AND cm.member_id = m.id
    ORDER BY m.id`;
}

/** Who of these people answered whom in the rooms of a community, and how often, since an instant. */
export function talkAmong(
  db: Db,
  { communityId, ids, since }: { communityId: string; ids: readonly string[]; since: Date },
): Promise<Talk[]> {
  return db.$queryRaw<Talk[]>`
    WITH wanted AS MATERIALIZED (SELECT id FROM unnest(${ids}::uuid[]) AS w (id))
    SELECT least(m.author_id, asked.author_id) AS a, greatest(m.author_id, asked.author_id) AS b, count(*)::int AS replies
    FROM groups g
    JOIN messages m ON m.tenant_id = g.tenant_id AND m.group_id = g.id AND m.reply_to IS NOT NULL
      AND m.created_at > ${since}::timestamptz
    JOIN messages asked ON asked.tenant_id = m.tenant_id AND asked.id = m.reply_to
    WHERE g.tenant_id = current_tenant() AND g.community_id = ${communityId}::uuid AND m.author_id <> asked.author_id
      AND m.author_id IN (SELECT id FROM wanted) AND asked.author_id IN (SELECT id FROM wanted)
    GROUP BY 1, 2 ORDER BY 1, 2`;
}

/** Who sits in each of these rooms, by room. */
export async function residentsOf(db: Db, groupIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db.$queryRaw<{ groupId: string; ids: string[] }[]>`
    SELECT group_id AS "groupId", array_agg(member_id ORDER BY member_id) AS ids FROM group_members
    WHERE tenant_id = current_tenant() AND group_id = ANY (${groupIds}::uuid[]) GROUP BY group_id`;
  return new Map(rows.map(({ groupId, ids }) => [groupId, ids]));
}
