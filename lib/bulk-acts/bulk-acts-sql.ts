import "server-only";
import type { PersonOutcome } from "@/lib/communities/types";
import type { Db } from "@/lib/platform/db/clients";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { BulkAction, Outcome } from "./types";

/** Freezes whom an act is for, in the order of names. @returns how many they are */
export async function freezePeople(db: Db, actId: string, selected: Prisma.Sql): Promise<number> {
  return await db.$executeRaw`
    INSERT INTO bulk_act_people (act_id, position, member_id)
    SELECT ${actId}::uuid, row_number() OVER (ORDER BY search_name COLLATE "C", id), id FROM (${selected}) found`;
}

export type HeldAct = {
  action: BulkAction;
  communityIds: string[];
  groupIds: string[];
  tags: string[];
  people: number;
  nextPlace: number;
  nextPosition: number;
  createdBy: string | null;
};

/** Holds an act that is not over for the transaction of one step; null when there is nothing to do. */
export async function holdAct(db: Db, id: string): Promise<HeldAct | null> {
  const rows = await db.$queryRaw<HeldAct[]>`
    UPDATE bulk_acts SET status = 'running'
    WHERE tenant_id = current_tenant() AND id = ${id}::uuid AND status IN ('queued', 'running')
    RETURNING action, community_ids AS "communityIds", group_ids AS "groupIds", tags, people_count AS people,
      next_place AS "nextPlace", next_position AS "nextPosition", created_by AS "createdBy"`;
  return rows[0] ?? null;
}

/** The people of a step, in their order. */
export async function peopleOfStep(
  db: Db,
  actId: string,
  { from, most }: { from: number; most: number },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ memberId: string }[]>`
    SELECT member_id AS "memberId" FROM bulk_act_people
    WHERE tenant_id = current_tenant() AND act_id = ${actId}::uuid AND position >= ${from}::int
    ORDER BY position LIMIT ${most}::int`;
  return rows.map(({ memberId }) => memberId);
}

type Step = {
  actId: string;
  place: number;
  from: number;
  outcomes: readonly PersonOutcome[];
  next: { place: number; position: number };
};

/** Writes what came of a step, and how far the act is now. */
export async function saveStep(db: Db, { actId, place, from, outcomes, next }: Step): Promise<void> {
  const count = (wanted: Outcome) => outcomes.filter(({ outcome }) => outcome === wanted).length;
  await db.$executeRaw`
    INSERT INTO bulk_act_rows (act_id, place, position, outcome, code)
    SELECT ${actId}::uuid, ${place}::int, ${from}::int + n - 1, outcome, nullif(code, '')
    FROM unnest(${outcomes.map(({ outcome }) => outcome)}::text[], ${outcomes.map(({ code }) => code ?? "")}::text[])
      WITH ORDINALITY AS row (outcome, code, n)`;
  await db.$executeRaw`
    UPDATE bulk_acts SET done_count = done_count + ${count("done")}::int,
      unchanged_count = unchanged_count + ${count("unchanged")}::int,
      refused_count = refused_count + ${count("refused")}::int,
      next_place = ${next.place}::int, next_position = ${next.position}::int
    WHERE tenant_id = current_tenant() AND id = ${actId}::uuid`;
}

export type StoredRow = {
  place: number;
  position: number;
  memberId: string;
  outcome: Outcome;
  code: string | null;
};

/** Some rows of an act after a place in it, in its order; of one outcome, if asked. */
export function rowsAfter(
  db: Db,
  actId: string,
  page: { after: { place: number; position: number }; outcome: Outcome | null; limit: number },
): Promise<StoredRow[]> {
  return db.$queryRaw<StoredRow[]>`
    SELECT r.place, r.position, p.member_id AS "memberId", r.outcome, r.code
    FROM bulk_act_rows r JOIN bulk_act_people p
      ON p.tenant_id = r.tenant_id AND p.act_id = r.act_id AND p.position = r.position
    WHERE r.tenant_id = current_tenant() AND r.act_id = ${actId}::uuid
      AND (r.place, r.position) > (${page.after.place}::int, ${page.after.position}::int)
      AND (${page.outcome}::text IS NULL OR r.outcome = ${page.outcome})
    ORDER BY r.place, r.position LIMIT ${page.limit}::int`;
}
