import "server-only";
import type { Db } from "@/lib/platform/db/clients";

export type Waiter = { memberId: string; inviteId: string | null; invitedBy: string | null };

/** Who waits for a room, first come first; the caller holds it. */
export function nextWaiting(db: Db, rootId: string, limit: number): Promise<Waiter[]> {
  return db.$queryRaw<Waiter[]>`
    SELECT member_id AS "memberId", invite_id AS "inviteId", invited_by AS "invitedBy" FROM waiting_entries
    WHERE tenant_id = current_tenant() AND group_id = ${rootId}::uuid ORDER BY place LIMIT ${limit}::int`;
}

/** The rooms of a community for which somebody waits, in the order of ids. */
export async function roomsWaitedFor(db: Db, communityId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ groupId: string }[]>`
    SELECT DISTINCT group_id AS "groupId" FROM waiting_entries
    WHERE tenant_id = current_tenant() AND community_id = ${communityId}::uuid ORDER BY 1`;
  return rows.map(({ groupId }) => groupId);
}

/** Puts somebody at the end of the queue, whose community the caller holds; who waits already keeps their place. @returns whether they are new in it */
export async function insertWaiter(
  db: Db,
  {
    communityId,
    rootId,
    memberId,
    inviteId,
    invitedBy,
    now,
  }: Waiter & { communityId: string; rootId: string; now: Date },
): Promise<boolean> {
  const inserted = await db.$executeRaw`
    INSERT INTO waiting_entries (group_id, member_id, community_id, place, invite_id, invited_by, created_at)
    SELECT ${rootId}::uuid, ${memberId}::uuid, ${communityId}::uuid, coalesce(max(place), 0) + 1, ${inviteId}::uuid,
      ${invitedBy}::uuid, ${now}::timestamptz
    FROM waiting_entries
    WHERE tenant_id = current_tenant() AND community_id = ${communityId}::uuid AND group_id = ${rootId}::uuid
    ON CONFLICT DO NOTHING`;
  return inserted > 0;
}

export async function removeWaiters(db: Db, rootId: string, memberIds: readonly string[]): Promise<number> {
  return db.$executeRaw`
    DELETE FROM waiting_entries
    WHERE tenant_id = current_tenant() AND group_id = ${rootId}::uuid AND member_id = ANY (${memberIds}::uuid[])`;
}

/** The place of a person in each queue they stand in, counted from 1. */
export function placesOf(
  db: Db,
  memberId: string,
): Promise<{ groupId: string; communityId: string; name: string; position: number }[]> {
  return db.$queryRaw<{ groupId: string; communityId: string; name: string; position: number }[]>`
    SELECT w.group_id AS "groupId", w.community_id AS "communityId", g.name, (
      SELECT count(*)::int FROM waiting_entries o
      WHERE o.tenant_id = w.tenant_id AND o.community_id = w.community_id AND o.group_id = w.group_id
        AND o.place <= w.place) AS position
    FROM waiting_entries w JOIN groups g ON g.tenant_id = w.tenant_id AND g.id = w.group_id
    WHERE w.tenant_id = current_tenant() AND w.member_id = ${memberId}::uuid ORDER BY g.name, g.id`;
}

/** A queue page by page. */
export function pageOfQueue(
  db: Db,
  { rootId, after, limit }: { rootId: string; after: number; limit: number },
): Promise<{ memberId: string; place: number; createdAt: Date }[]> {
  return db.$queryRaw<{ memberId: string; place: number; createdAt: Date }[]>`
    SELECT member_id AS "memberId", place::float8 AS place, created_at AS "createdAt" FROM waiting_entries
    WHERE tenant_id = current_tenant() AND group_id = ${rootId}::uuid AND place > ${after}::bigint
    ORDER BY place LIMIT ${limit}::int`;
}

/** Those who were let in take over who brought them, where the community does not know it yet (H7). */
export async function keepInviters(db: Db, communityId: string, waiters: readonly Waiter[]): Promise<void> {
  const invited = waiters.filter(({ inviteId }) => inviteId !== null);
  if (invited.length === 0) return;
  await db.$executeRaw`
    UPDATE community_members cm SET invite_id = w.invite_id, invited_by = w.invited_by
    FROM unnest(${invited.map(({ memberId }) => memberId)}::uuid[], ${invited.map(({ inviteId }) => inviteId)}::uuid[],
      ${invited.map(({ invitedBy }) => invitedBy)}::uuid[]) AS w (member_id, invite_id, invited_by)
    WHERE cm.tenant_id = current_tenant() AND cm.community_id = ${communityId}::uuid AND cm.member_id = w.member_id
      AND cm.invite_id IS NULL AND cm.invited_by IS NULL`;
}
