import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { ChannelCounts } from "./recipient-types";

/** The deliveries of a sending by channel: how many are decided, how many got it, how many failed. */
export function countChannels(db: Db, occurrenceId: string) {
  return db.$queryRaw<ChannelCounts[]>`
    SELECT d.channel, count(*)::int AS people,
      count(*) FILTER (WHERE d.status NOT IN ('queued', 'sending'))::int AS decided,
      count(*) FILTER (WHERE d.status IN ('sent', 'delivered', 'read'))::int AS reached,
      count(*) FILTER (WHERE d.status = 'failed')::int AS failed
    FROM deliveries d WHERE d.tenant_id = current_tenant() AND d.occurrence_id = ${occurrenceId}::uuid
    GROUP BY d.channel ORDER BY people DESC, d.channel`;
}

type GroupRow = { groupId: string; name: string; people: number; reached: number };

// More rooms than this are no bars any more.
const MOST_GROUPS = 30;

/** The same by the rooms that people are in now; who is in several counts in each. */
export function countGroups(db: Db, occurrenceId: string) {
  return db.$queryRaw<GroupRow[]>`
    SELECT g.id AS "groupId", g.name, count(*)::int AS people,
      count(*) FILTER (WHERE d.status IN ('sent', 'delivered', 'read'))::int AS reached
    FROM occurrences o
    JOIN deliveries d ON d.tenant_id = o.tenant_id AND d.occurrence_id = o.id
    JOIN group_members gm ON gm.tenant_id = d.tenant_id AND gm.member_id = d.member_id
      AND gm.community_id = ANY (o.community_ids)
    JOIN groups g ON g.tenant_id = gm.tenant_id AND g.id = gm.group_id
    WHERE o.tenant_id = current_tenant() AND o.id = ${occurrenceId}::uuid AND g.archived_at IS NULL
    GROUP BY g.id, g.name ORDER BY people DESC, g.name LIMIT ${MOST_GROUPS}::int`;
}
