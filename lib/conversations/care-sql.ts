import "server-only";
import type { Db } from "@/lib/platform/db/clients";

export type PostingRules = {
  isArchived: boolean;
  slowSeconds: number;
  refusedWords: string[];
  silencedUntil: Date | null;
};

/** What stands between somebody and a message in a room, in one look; null when the room is gone. */
export async function postingRules(
  db: Db,
  { groupId, memberId }: { groupId: string; memberId: string | null },
): Promise<PostingRules | null> {
  const [rules] = await db.$queryRaw<PostingRules[]>`
    SELECT (g.archived_at IS NOT NULL OR c.archived_at IS NOT NULL) AS "isArchived", g.slow_seconds AS "slowSeconds", g.refused_words AS "refusedWords",
      s.until AS "silencedUntil"
    FROM groups g JOIN communities c ON c.tenant_id = g.tenant_id AND c.id = g.community_id
    LEFT JOIN room_silences s ON s.tenant_id = g.tenant_id AND s.group_id = g.id AND s.member_id = ${memberId}::uuid
    WHERE g.tenant_id = current_tenant() AND g.id = ${groupId}::uuid`;
  return rules ?? null;
}

type Turn = { groupId: string; memberId: string; slowSeconds: number; now: Date };

/**
 * Takes somebody's turn to write in a slow room. Their row is held until the message is kept, so that of two at once one waits.
 * Inside a transaction. @returns the seconds left to wait, 0 when it is their turn
 */
export async function takeTurn(db: Db, { groupId, memberId, slowSeconds, now }: Turn): Promise<number> {
  const taken = await db.$executeRaw`
    INSERT INTO room_paces AS p (group_id, member_id, last_at)
    VALUES (${groupId}::uuid, ${memberId}::uuid, ${now}::timestamptz)
    ON CONFLICT (tenant_id, group_id, member_id) DO UPDATE SET last_at = excluded.last_at
      WHERE p.last_at <= excluded.last_at - make_interval(secs => ${slowSeconds}::int)`;
  if (taken > 0) return 0;
  const pace = await db.roomPace.findFirst({ where: { groupId, memberId }, select: { lastAt: true } });
  const waitedMs = now.getTime() - (pace?.lastAt.getTime() ?? 0);
  return Math.max(1, Math.ceil(slowSeconds - waitedMs / 1_000));
}

export type ReportRow = { messageId: string; count: number; reasons: string[]; firstAt: Date };

/** What is reported in a room and not decided, a row a message, by key. */
export function openReports(
  db: Db,
  { groupId, after, limit }: { groupId: string; after: string | null; limit: number },
): Promise<ReportRow[]> {
  return db.$queryRaw<ReportRow[]>`
    SELECT message_id AS "messageId", count(*)::int AS count, min(created_at) AS "firstAt",
      coalesce(array_agg(reason ORDER BY created_at) FILTER (WHERE reason <> ''), '{}') AS reasons
    FROM message_reports
    WHERE tenant_id = current_tenant() AND group_id = ${groupId}::uuid AND decided_at IS NULL
      AND message_id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
    GROUP BY message_id ORDER BY message_id LIMIT ${limit}`;
}
