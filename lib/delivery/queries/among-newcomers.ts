import "server-only";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Audience } from "../types";

// Who joined just before it began may not have been there yet for the freeze: their transaction was still open.
const OVERLAP = Prisma.sql`interval '10 minutes'`;

/** Of an audience those who joined since a sending began and did not get it (A5), for the planner that judged the others. */
export function amongNewcomers(
  audience: Audience,
  { id, startedAt }: { id: string; startedAt: Date },
): Audience {
  const since = Prisma.sql`joined_at > ${startedAt}::timestamptz - ${OVERLAP}`;
  const place = Prisma.sql`community_id = ANY(${[...audience.communityIds]}::uuid[]) AND ${since}`;
  const joined =
    audience.groupIds.length > 0
      ? Prisma.sql`SELECT member_id FROM group_members WHERE group_id = ANY(${[...audience.groupIds]}::uuid[]) AND ${place}`
      : Prisma.sql`SELECT member_id FROM community_members WHERE ${place}`;
  const arrived = Prisma.sql`(${joined}) EXCEPT (
    SELECT member_id FROM deliveries WHERE occurrence_id = ${id}::uuid AND NOT ${returnedSql})`;
  const segment = audience.segment ? Prisma.sql`(${audience.segment}) INTERSECT (${arrived})` : arrived;
  return { ...audience, segment };
}

/** Whoever left before it came to them, and is back. */
export const returnedSql = Prisma.sql`(status = 'skipped' AND reason = 'membership_ended')`;
