import "server-only";
import { Prisma } from "@/lib/platform/db/generated/client";

/** A conversation `c` whose person is in one of these communities (R2); null: any. Stops at the first. */
export function withinReachSql(communityIds: readonly string[] | null): Prisma.Sql {
  if (communityIds === null) return Prisma.sql`true`;
  return Prisma.sql`EXISTS (SELECT FROM community_members cm
    WHERE cm.tenant_id = c.tenant_id AND cm.member_id = c.member_id AND cm.community_id = ANY (${[...communityIds]}::uuid[]))`;
}
