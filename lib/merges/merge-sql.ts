import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { Kept, KeptSeat } from "./types";

export type Pair = { intoId: string; fromId: string };

/** Holds both people until the transaction ends, in the order of ids; after their communities. @returns those who exist */
export async function lockPeople(db: Db, { intoId, fromId }: Pair): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM members WHERE tenant_id = current_tenant() AND id IN (${intoId}::uuid, ${fromId}::uuid)
    ORDER BY id FOR UPDATE`;
  return rows.map(({ id }) => id);
}

/** Whether a ban in force keeps one of the two out of any place. */
export async function isAnyBanned(db: Db, { intoId, fromId }: Pair): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM banned_members
    WHERE tenant_id = current_tenant() AND member_id IN (${intoId}::uuid, ${fromId}::uuid) LIMIT 1`;
  return rows.length > 0;
}

/** Where the record that goes is, communities before their rooms, and the role there of the one that stays. */
export function seatsOf(db: Db, { intoId, fromId }: Pair): Promise<KeptSeat[]> {
  return db.$queryRaw<KeptSeat[]>`
    SELECT f.community_id AS "communityId", NULL::uuid AS "groupId", f.role, i.role AS other
    FROM community_members f LEFT JOIN community_members i
      ON i.tenant_id = f.tenant_id AND i.community_id = f.community_id AND i.member_id = ${intoId}::uuid
    WHERE f.tenant_id = current_tenant() AND f.member_id = ${fromId}::uuid
    UNION ALL
    SELECT f.community_id, f.group_id, f.role, i.role
    FROM group_members f LEFT JOIN group_members i
      ON i.tenant_id = f.tenant_id AND i.group_id = f.group_id AND i.member_id = ${intoId}::uuid
    WHERE f.tenant_id = current_tenant() AND f.member_id = ${fromId}::uuid
    ORDER BY 2 NULLS FIRST, 1`;
}

/** What stays behind because the other record has its like: the votes, requests and places in queues of who goes. */
export async function twinsOf(
  db: Db,
  { intoId, fromId }: Pair,
): Promise<Pick<Kept, "row" | "votes" | "answers" | "requests" | "waiting">> {
  const [twins] = await db.$queryRaw<Pick<Kept, "row" | "votes" | "answers" | "requests" | "waiting">[]>`
    SELECT to_jsonb(m) AS row,
      coalesce((SELECT jsonb_agg(f.feedback_id) FROM feedback_votes f JOIN feedback_votes i
        ON i.tenant_id = f.tenant_id AND i.feedback_id = f.feedback_id AND i.member_id = ${intoId}::uuid
        WHERE f.tenant_id = m.tenant_id AND f.member_id = m.id), '[]') AS votes,
      coalesce((SELECT jsonb_agg(to_jsonb(f)) FROM block_answers f JOIN block_answers i
        ON i.tenant_id = f.tenant_id AND i.block_id = f.block_id AND i.member_id = ${intoId}::uuid
        JOIN blocks b ON b.tenant_id = f.tenant_id AND b.id = f.block_id AND b.closed_at IS NULL
        WHERE f.tenant_id = m.tenant_id AND f.member_id = m.id), '[]') AS answers,
      coalesce((SELECT jsonb_agg(to_jsonb(f)) FROM join_requests f JOIN join_requests i
        ON i.tenant_id = f.tenant_id AND i.community_id = f.community_id AND i.member_id = ${intoId}::uuid
          AND i.group_id IS NOT DISTINCT FROM f.group_id AND i.status = 'pending'
        WHERE f.tenant_id = m.tenant_id AND f.member_id = m.id AND f.status = 'pending'), '[]') AS requests,
      coalesce((SELECT jsonb_agg(to_jsonb(f)) FROM waiting_entries f JOIN waiting_entries i
        ON i.tenant_id = f.tenant_id AND i.group_id = f.group_id AND i.member_id = ${intoId}::uuid
        WHERE f.tenant_id = m.tenant_id AND f.member_id = m.id), '[]') AS waiting
    FROM members m WHERE m.tenant_id = current_tenant() AND m.id = ${fromId}::uuid`;
  return twins ?? { row: {}, votes: [], answers: [], requests: [], waiting: [] };
}

/** Moves everything that names the one and is no seat to the other. @returns what was moved */
export async function moveReferences(db: Db, { intoId, fromId }: Pair): Promise<Kept["moved"]> {
  const [row] = await db.$queryRaw<{ moved: Kept["moved"] }[]>`
    SELECT move_references(${fromId}::uuid, ${intoId}::uuid) AS moved`;
  return row?.moved ?? {};
}

/**
 * A vote that both had cast is one: that of who goes is dropped, as it would outlive its record (P16). So is an answer to what
 * is still open, and a reaction; a list of entries that was closed stays as it was published (A20).
 */
export async function dropVotes(db: Db, memberId: string): Promise<void> {
  await db.$executeRaw`
    DELETE FROM message_reactions WHERE tenant_id = current_tenant() AND member_id = ${memberId}::uuid`;
  await db.$executeRaw`
    DELETE FROM feedback_votes WHERE tenant_id = current_tenant() AND member_id = ${memberId}::uuid`;
  await db.$executeRaw`
    DELETE FROM block_answers a USING blocks b
    WHERE a.tenant_id = current_tenant() AND a.member_id = ${memberId}::uuid AND b.tenant_id = a.tenant_id
      AND b.id = a.block_id AND b.closed_at IS NULL`;
}

/** A vote that both had cast counts once, and twice again when they are apart. */
export async function countVotes(db: Db, feedbackIds: readonly string[], by: 1 | -1): Promise<void> {
  await db.$executeRaw`
    UPDATE feedback SET votes = greatest(0, votes + ${by}::int)
    WHERE tenant_id = current_tenant() AND id = ANY (${[...feedbackIds]}::uuid[])`;
}

/** Makes the record again that went, with its votes, requests and places in queues, and moves back what was moved. */
export async function bringBack(db: Db, { intoId, fromId }: Pair, kept: Kept): Promise<void> {
  const row = JSON.stringify(kept.row);
  await db.$executeRaw`
    INSERT INTO members (tenant_id, id, name, user_id, locale, timezone, photo_file_id, birthday_on, fields, tags, source,
      import_id, invited_by, suspended_at, created_at)
    SELECT current_tenant(), r.id, r.name, (SELECT u.id FROM users u WHERE u.id = r.user_id), r.locale, r.timezone,
      r.photo_file_id, r.birthday_on, r.fields, r.tags, r.source, r.import_id, r.invited_by, r.suspended_at, r.created_at
    FROM jsonb_populate_record(NULL::members, ${row}::jsonb) r`;
  await db.$executeRaw`
    SELECT move_references_back(${fromId}::uuid, ${intoId}::uuid, ${JSON.stringify(kept.moved)}::jsonb)`;
  const returning = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO feedback_votes (feedback_id, member_id)
    SELECT f.id, ${fromId}::uuid FROM feedback f
    WHERE f.tenant_id = current_tenant() AND f.id = ANY (${kept.votes}::uuid[])
    ON CONFLICT DO NOTHING RETURNING feedback_id AS id`;
  await countVotes(
    db,
    returning.map(({ id }) => id),
    1,
  );
  await bringBackAsking(db, kept);
  await db.$executeRaw`
    INSERT INTO block_answers (block_id, member_id, choices, score, ticket, presses, feedback_id, answered_at, changed_at)
    SELECT r.block_id, r.member_id, r.choices, r.score, r.ticket, r.presses, r.feedback_id, r.answered_at, r.changed_at
    FROM jsonb_populate_recordset(NULL::block_answers, ${JSON.stringify(kept.answers ?? [])}::jsonb) r
    JOIN blocks b ON b.tenant_id = current_tenant() AND b.id = r.block_id AND b.closed_at IS NULL
    ON CONFLICT DO NOTHING`;
}

/** Requests and places in queues, where their communities and rooms still are. */
async function bringBackAsking(db: Db, kept: Kept): Promise<void> {
  await db.$executeRaw`
    INSERT INTO join_requests (id, community_id, group_id, member_id, invite_id, created_at, asked_as)
    SELECT r.id, r.community_id, r.group_id, r.member_id, r.invite_id, r.created_at, r.asked_as
    FROM jsonb_populate_recordset(NULL::join_requests, ${JSON.stringify(kept.requests)}::jsonb) r
    JOIN communities c ON c.tenant_id = current_tenant() AND c.id = r.community_id
    WHERE r.group_id IS NULL OR EXISTS (SELECT FROM groups g
      WHERE g.tenant_id = c.tenant_id AND g.community_id = c.id AND g.id = r.group_id)
    ON CONFLICT DO NOTHING`;
  await db.$executeRaw`
    INSERT INTO waiting_entries (group_id, member_id, community_id, place, invite_id, invited_by, created_at)
    SELECT r.group_id, r.member_id, r.community_id, r.place, r.invite_id, r.invited_by, r.created_at
    FROM jsonb_populate_recordset(NULL::waiting_entries, ${JSON.stringify(kept.waiting)}::jsonb) r
    JOIN groups g ON g.tenant_id = current_tenant() AND g.community_id = r.community_id AND g.id = r.group_id
    ON CONFLICT DO NOTHING`;
}
