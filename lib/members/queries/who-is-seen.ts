import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { Prisma } from "@/lib/platform/db/generated/client";
import { isId } from "@/lib/shared/ids";
import { viewerOf } from "../visibility/policy";
import { seenBy } from "../visibility-sql";

export type IsSeen = (memberId: string | null) => boolean;

/**
 * Which of these people the actor may know of at all (P12): for the ids in other nouns' answers. Whoever is not among them
 * is nobody there, as one who has left (P13). Costs nothing for those who see everybody.
 */
export async function whoIsSeen(
  ctx: TenantContext,
  memberIds: readonly (string | null | undefined)[],
): Promise<IsSeen> {
  const seen = seenBy(viewerOf(ctx.actor));
  if (seen === null) return () => true;
  const wanted = [...new Set(memberIds)].filter((id): id is string => typeof id === "string" && isId(id));
  if (wanted.length === 0) return () => false;
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT s.member_id AS id FROM (${seen}) s WHERE s.member_id = ANY (${wanted}::uuid[])`;
  const known = new Set(rows.map(({ id }) => id));
  return (id) => id !== null && known.has(id);
}

/** The same as a condition on a column that holds a member's id; `true` for those who see everybody. */
export function isSeenSql(ctx: TenantContext, column: Prisma.Sql): Prisma.Sql {
  const seen = seenBy(viewerOf(ctx.actor));
  return seen === null ? Prisma.sql`true` : Prisma.sql`${column} IN (SELECT s.member_id FROM (${seen}) s)`;
}
