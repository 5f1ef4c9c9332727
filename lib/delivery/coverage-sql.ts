import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { ReachChannel } from "./coverage-rules";

type ReachRow = { channels: ReachChannel[]; isRefused: boolean; people: number };

/**
 * By which channels each person of a community can be reached: the portal for who can sign in (an account, or an e-mail to
 * which the code goes), push for who turned it on, e-mail, WhatsApp by a number, the relay for who sits in a group. What they refused does not reach
 * them (P16); `is_refused`: only their own word stands between. Suspended people get nothing and are no part of it.
 */
function reachSql(communityId: string): Prisma.Sql {
  return Prisma.sql`
    WITH people AS MATERIALIZED (
      SELECT m.id, m.user_id FROM community_members cm
      JOIN members m ON m.tenant_id = cm.tenant_id AND m.id = cm.member_id AND m.suspended_at IS NULL
      WHERE cm.tenant_id = current_tenant() AND cm.community_id = ${communityId}::uuid),
    contacts AS MATERIALIZED (
      SELECT i.member_id, bool_or(i.kind = 'email') AS email, bool_or(i.kind IN ('phone', 'whatsapp')) AS whatsapp
      FROM identifiers i WHERE i.tenant_id = current_tenant() AND i.member_id IN (SELECT id FROM people) GROUP BY 1),
    seats AS MATERIALIZED (
      SELECT DISTINCT member_id FROM group_members
      WHERE tenant_id = current_tenant() AND community_id = ${communityId}::uuid),
    devices AS MATERIALIZED (
      SELECT DISTINCT member_id FROM push_subscriptions
      WHERE tenant_id = current_tenant() AND member_id IN (SELECT id FROM people)),
    refused AS MATERIALIZED (
      SELECT member_id, array_agg(channel) AS channels FROM consent_current
      WHERE tenant_id = current_tenant() AND purpose = 'announcements' AND NOT granted
        AND member_id IN (SELECT id FROM people) GROUP BY 1),
    had AS (
      SELECT p.id, array_remove(ARRAY[
          CASE WHEN p.user_id IS NOT NULL OR c.email THEN 'in_app' END, CASE WHEN d.member_id IS NOT NULL THEN 'push' END,
          CASE WHEN c.email THEN 'email' END,
          CASE WHEN c.whatsapp THEN 'whatsapp' END, CASE WHEN s.member_id IS NOT NULL THEN 'relay' END], NULL) AS all_of,
        coalesce(r.channels, '{}') AS refused
      FROM people p LEFT JOIN contacts c ON c.member_id = p.id LEFT JOIN seats s ON s.member_id = p.id
      LEFT JOIN devices d ON d.member_id = p.id
      LEFT JOIN refused r ON r.member_id = p.id)
    SELECT id AS member_id, ARRAY(SELECT unnest(all_of) EXCEPT SELECT unnest(refused) ORDER BY 1) AS channels,
      all_of <> '{}' AND all_of <@ refused AS is_refused
    FROM had`;
}

/** How many can be reached by exactly which channels. */
export function reachGroups(db: Db, communityId: string): Promise<ReachRow[]> {
  return db.$queryRaw<ReachRow[]>`
    SELECT channels, is_refused AS "isRefused", count(*)::int AS people FROM (${reachSql(communityId)}) reach GROUP BY 1, 2`;
}

type MissingPage = { channel: ReachChannel | "any"; after: string | null; limit: number };

/** Whom a channel, or any channel, does not reach; who refused all of them is not missing. */
export async function missingOf(
  db: Db,
  communityId: string,
  { channel, after, limit }: MissingPage,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT member_id AS id FROM (${reachSql(communityId)}) reach
    WHERE NOT is_refused AND (${after}::uuid IS NULL OR member_id > ${after}::uuid)
      AND CASE WHEN ${channel} = 'any' THEN channels = '{}' ELSE NOT ${channel} = ANY (channels) END
    ORDER BY member_id LIMIT ${limit}::int`;
  return rows.map(({ id }) => id);
}
