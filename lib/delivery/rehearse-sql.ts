import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { judgedSql } from "./audience-sql";
import type { Audience } from "./types";

type RehearsalRow = {
  people: number;
  considered: number;
  seats: number;
  suspended: number;
  excluded: number;
  opted_out: number;
  no_channel: number;
  fatigue: number;
  channels: Record<string, number> | null;
  zones: { timezone: string | null; people: number }[] | null;
  lanes: number;
};

/** The audience in numbers, in one statement, so that they agree with each other. */
export async function rehearseSql(db: Db, audience: Audience): Promise<RehearsalRow> {
  const [row] = await db.$queryRaw<RehearsalRow[]>`
    WITH judged AS MATERIALIZED (${judgedSql(audience)})
    SELECT count(*) FILTER (WHERE reason IS NULL)::int AS people,
      count(*)::int AS considered,
      coalesce(sum(seats), 0)::int AS seats,
      count(*) FILTER (WHERE reason = 'suspended')::int AS suspended,
      count(*) FILTER (WHERE reason = 'excluded')::int AS excluded,
      count(*) FILTER (WHERE reason = 'opted_out')::int AS opted_out,
      count(*) FILTER (WHERE reason = 'no_channel')::int AS no_channel,
      count(*) FILTER (WHERE reason = 'fatigue')::int AS fatigue,
      (SELECT jsonb_agg(jsonb_build_object('timezone', timezone, 'people', n) ORDER BY n DESC, timezone) FROM (
        SELECT m.timezone, count(*)::int AS n FROM judged j JOIN members m ON m.id = j.member_id
        WHERE j.reason IS NULL GROUP BY m.timezone) counted) AS zones,
      (SELECT jsonb_object_agg(channel, n) FROM (
        SELECT channel, count(*)::int AS n FROM judged WHERE reason IS NULL GROUP BY channel) counted) AS channels,
      (SELECT count(*)::int FROM (
        SELECT DISTINCT cm.community_id, cm.lane FROM community_members cm
        JOIN judged j ON j.member_id = cm.member_id AND j.reason IS NULL
        WHERE cm.community_id = ANY(${[...audience.communityIds]}::uuid[])) touched) AS lanes
    FROM judged`;
  if (!row) throw new Error("a count without GROUP BY always answers");
  return row;
}
