import "server-only";
import type { AuditValues } from "@/lib/audit/types";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { AuditFilter } from "./schema";
import type { ChainState } from "./types";

export type EventRow = {
  id: string;
  actorKind: string;
  actorId: string | null;
  actorLabel: string;
  actorUserId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string | null;
  communityId: string | null;
  details: AuditValues;
  before: AuditValues | null;
  after: AuditValues | null;
  ip: string | null;
  position: number | null;
  hash: string | null;
  createdAt: Date;
};
export type EventPlace = { createdAt: Date; id: string } | null;

/**
 * A page of events, newest first. What can be meant in two ways (a user or one of their roles, an object or the community
 * it happened in) is one branch each: every branch walks its own index and stops at the limit.
 */
export function selectEvents(
  db: Db,
  filter: AuditFilter,
  { limit, after }: { limit: number; after: EventPlace },
): Promise<EventRow[]> {
  const shared = sharedConditions(filter, after);
  const branches = actorBranches(filter).flatMap((actor) =>
    subjectBranches(filter).map(
      (subject) => Prisma.sql`(SELECT * FROM audit_events e
        WHERE ${Prisma.join([...shared, ...actor, ...subject], " AND ")}
        ORDER BY e.created_at DESC, e.id DESC LIMIT ${limit})`,
    ),
  );
  return db.$queryRaw<EventRow[]>`
    SELECT e.id, e.actor_kind AS "actorKind", e.actor_id AS "actorId", e.actor_label AS "actorLabel",
      e.actor_user_id AS "actorUserId", e.action, e.subject_kind AS "subjectKind", e.subject_id AS "subjectId",
      e.community_id AS "communityId", e.details, e.before, e.after, e.ip, e.position::float8 AS position, e.hash,
      e.created_at AS "createdAt"
    FROM (${Prisma.join(branches, " UNION ALL ")}) e
    ORDER BY e.created_at DESC, e.id DESC LIMIT ${limit}`;
}

function sharedConditions(filter: AuditFilter, after: EventPlace): Prisma.Sql[] {
  const { actorKind, action, subjectKind, from, to } = filter;
  return [
    Prisma.sql`e.tenant_id = current_tenant()`,
    ...(actorKind ? [Prisma.sql`e.actor_kind = ${actorKind}`] : []),
    ...(action ? [Prisma.sql`e.action = ${action}`] : []),
    ...(subjectKind ? [Prisma.sql`e.subject_kind = ${subjectKind}`] : []),
    ...(from ? [Prisma.sql`e.created_at >= ${new Date(from)}`] : []),
    ...(to ? [Prisma.sql`e.created_at < ${new Date(to)}`] : []),
    ...(after ? [Prisma.sql`(e.created_at, e.id) < (${after.createdAt}, ${after.id}::uuid)`] : []),
  ];
}

function actorBranches({ actorId: id }: AuditFilter): Prisma.Sql[][] {
  if (!id) return [[]];
  return [[Prisma.sql`e.actor_id = ${id}::uuid`], [Prisma.sql`e.actor_user_id = ${id}::uuid`]];
}

function subjectBranches({ subjectId: id }: AuditFilter): Prisma.Sql[][] {
  if (!id) return [[]];
  const within = Prisma.sql`e.community_id = ${id}::uuid AND e.subject_id IS DISTINCT FROM ${id}::uuid`;
  return [[Prisma.sql`e.subject_id = ${id}::uuid`], [within]];
}

/**
 * The users who acted as staff or by a key, however long the log is: each found by one step over the index, as PostgreSQL
 * has no skip scan for `DISTINCT`.
 */
export async function actingUsers(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE acted (id) AS (
      (SELECT actor_user_id FROM audit_events WHERE actor_user_id IS NOT NULL ORDER BY actor_user_id LIMIT 1)
      UNION ALL
      SELECT (SELECT e.actor_user_id FROM audit_events e WHERE e.actor_user_id > acted.id ORDER BY e.actor_user_id LIMIT 1)
      FROM acted WHERE acted.id IS NOT NULL)
    SELECT id FROM acted WHERE id IS NOT NULL`;
  return rows.map(({ id }) => id);
}

/** Recomputes the whole chain of hashes. */
export async function recomputeChain(db: Db): Promise<ChainState> {
  const [row] = await db.$queryRaw<
    { chained: number; loose: number; brokenAt: number | null }[]
  >`SELECT chained::float8, loose::float8, broken_at::float8 AS "brokenAt" FROM check_audit()`;
  return row ?? { chained: 0, loose: 0, brokenAt: null };
}

/** What the hash of each of these events covers. */
export async function coveredTexts(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; covered: string }[]>`
    SELECT e.id, audit_text(e) AS covered FROM audit_events e WHERE e.id = ANY (${ids}::uuid[])`;
  return new Map(rows.map(({ id, covered }) => [id, covered]));
}
