import "server-only";
import type { Db } from "@/lib/platform/db/clients";

/** People, not seats: who is in two of the communities counts once (L12). Null: everybody whom the tenant knows. */
export async function countPeople(db: Db, communityIds: readonly string[] | null): Promise<number> {
  if (communityIds === null) return db.member.count();
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT member_id)::int AS count FROM community_members
    WHERE community_id = ANY (${communityIds}::uuid[])`;
  return rows[0]?.count ?? 0;
}
