import "server-only";
import { Prisma } from "@/lib/platform/db/generated/client";

/**
 * A conversation `c` whose person is in one of these communities (R2); null: any. Asked row by row as a list is walked, and never
 * joined: a plan that is kept for all tenants read everybody of the communities for a page of fifty.
 */
export function withinReachSql(communityIds: readonly string[] | null): Prisma.Sql {
  if (communityIds === null) return Prisma.sql`true`;
  return Prisma.sql`(SELECT true FROM community_members cm
    WHERE cm.tenant_id = c.tenant_id AND cm.member_id = c.member_id AND cm.community_id = ANY (${[...communityIds]}::uuid[]) LIMIT 1)`;
}
