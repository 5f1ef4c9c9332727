import "server-only";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Audience } from "../types";

/** Whether a group `g` is one of those in which an announcement is posted by hand: the chosen ones, else all of its communities. */
export function relayedGroupSql({
  communityIds,
  groupIds,
}: Pick<Audience, "communityIds" | "groupIds">): Prisma.Sql {
  const chosen = groupIds.length > 0 ? Prisma.sql`AND g.id = ANY(${[...groupIds]}::uuid[])` : Prisma.empty;
  return Prisma.sql`g.community_id = ANY(${[...communityIds]}::uuid[]) ${chosen}`;
}
