import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import { openWindowSql } from "@/lib/whatsapp/queries/windows";
import type { OutsideChannel, Recipient, SendingOccurrence } from "../channels/channel";

type Claim = { memberId: string; token: number };

/** The people of a batch as they are addressed: by the first address that works, from the first of its communities that is theirs. */
export async function findRecipients(
  db: Db,
  channel: OutsideChannel,
  occurrence: SendingOccurrence,
  claims: readonly Claim[],
): Promise<Recipient[]> {
  const rows = await db.$queryRaw<Omit<Recipient, "token">[]>`
    SELECT m.id AS "memberId", m.name, m.locale, (${addressSql(channel)}) AS address, coalesce((
        SELECT c.name FROM community_members cm JOIN communities c ON c.tenant_id = cm.tenant_id AND c.id = cm.community_id
        WHERE cm.member_id = m.id AND cm.community_id = ANY(${[...occurrence.communityIds]}::uuid[])
        ORDER BY array_position(${[...occurrence.communityIds]}::uuid[], cm.community_id) LIMIT 1), '') AS community
    FROM members m WHERE m.id = ANY(${claims.map(({ memberId }) => memberId)}::uuid[])`;
  const found = new Map(rows.map((row) => [row.memberId, row]));
  return claims.flatMap(({ memberId, token }) => {
    const row = found.get(memberId);
    return row?.address ? [{ ...row, token }] : [];
  });
}

function addressSql(channel: OutsideChannel): Prisma.Sql {
  switch (channel.name) {
    case "whatsapp":
      return Prisma.sql`SELECT json_build_object('number', i.value, 'isOpen', coalesce((
          SELECT ${openWindowSql} FROM whatsapp_windows w WHERE w.member_id = m.id), false))::text
        FROM identifiers i WHERE i.member_id = m.id AND i.kind IN ('phone', 'whatsapp')
        ORDER BY i.kind DESC, i.position, i.id LIMIT 1`;
    case "push":
      return Prisma.sql`SELECT json_agg(json_build_object('id', s.id, 'endpoint', s.endpoint, 'p256dh', s.p256dh, 'auth', s.auth)
        ORDER BY s.id)::text FROM push_subscriptions s WHERE s.member_id = m.id`;
    case "email":
      return Prisma.sql`SELECT i.value FROM identifiers i
        WHERE i.member_id = m.id AND i.kind = 'email' AND i.bounced_at IS NULL ORDER BY i.position, i.id LIMIT 1`;
  }
}
