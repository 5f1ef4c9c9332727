import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { BanPlace } from "./types";

/** Holds every community of the tenant, in the order of ids: nobody comes in anywhere meanwhile. */
export async function lockAllCommunities(db: Db): Promise<void> {
  await db.$queryRaw`SELECT id FROM communities WHERE tenant_id = current_tenant() ORDER BY id FOR UPDATE`;
}

/** Writes whom a new ban keeps out: the person, and every identifier they have (X19). */
export async function keepOut(db: Db, banId: string, memberId: string): Promise<void> {
  await db.$executeRaw`INSERT INTO banned_members (member_id, ban_id) VALUES (${memberId}::uuid, ${banId}::uuid)`;
  await db.$executeRaw`
    INSERT INTO banned_identifiers (digest, ban_id)
    SELECT DISTINCT identifier_digest(tenant_id, kind, canonical), ${banId}::uuid FROM identifiers
    WHERE tenant_id = current_tenant() AND member_id = ${memberId}::uuid`;
}

/** Which of these identifiers, each of a row, are banned from a place; the rows' indexes. */
export async function bannedRows(
  db: Db,
  { communityId, groupIds }: { communityId: string | null; groupIds: readonly string[] },
  identifiers: readonly { row: number; kind: string; canonical: string }[],
): Promise<number[]> {
  const rows = await db.$queryRaw<{ row: number }[]>`
    SELECT DISTINCT given.row FROM unnest(
      ${identifiers.map(({ row }) => row)}::int[], ${identifiers.map(({ kind }) => kind)}::text[],
      ${identifiers.map(({ canonical }) => canonical)}::text[]) AS given (row, kind, canonical)
    JOIN banned_identifiers i ON i.tenant_id = current_tenant()
      AND i.digest = identifier_digest(current_tenant(), given.kind, given.canonical)
    JOIN bans b ON b.tenant_id = i.tenant_id AND b.id = i.ban_id
    WHERE b.community_id IS NULL OR (b.community_id = ${communityId}::uuid
      AND (b.group_id IS NULL OR b.group_id = ANY (${groupIds}::uuid[])))`;
  return rows.map(({ row }) => row);
}

/** The requests of a banned person that wait in the place are refused, they leave its queues, and their links there end. */
export async function closeDoors(db: Db, memberId: string, place: BanPlace, now: Date): Promise<void> {
  const { communityId, groupId } = place;
  await db.$executeRaw`
    UPDATE join_requests SET status = 'refused', decided_at = ${now}::timestamptz
    WHERE tenant_id = current_tenant() AND member_id = ${memberId}::uuid AND status = 'pending'
      AND (${communityId}::uuid IS NULL OR community_id = ${communityId}::uuid)
      AND (${groupId}::uuid IS NULL OR group_id = ${groupId}::uuid)`;
  await db.$executeRaw`
    DELETE FROM waiting_entries WHERE tenant_id = current_tenant() AND member_id = ${memberId}::uuid
      AND (${communityId}::uuid IS NULL OR community_id = ${communityId}::uuid)
      AND (${groupId}::uuid IS NULL OR group_id = ${groupId}::uuid)`;
  await db.$executeRaw`
    UPDATE invites SET revoked_at = ${now}::timestamptz
    WHERE tenant_id = current_tenant() AND created_by_member = ${memberId}::uuid AND revoked_at IS NULL
      AND (${communityId}::uuid IS NULL OR community_id = ${communityId}::uuid)
      AND (${groupId}::uuid IS NULL OR group_id = ${groupId}::uuid)`;
}
