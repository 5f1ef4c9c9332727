import "server-only";
import { shownCount } from "@/lib/communities/rules";
import { canManageMembers } from "@/lib/members/policy";
import { isSeenSql } from "@/lib/members/queries/who-is-seen";
import type { TenantContext } from "@/lib/platform/context";
import { Prisma } from "@/lib/platform/db/generated/client";
import { authorize } from "@/lib/shared/decision";
import { canViewTags } from "../policy";
import { selectTags } from "../tags-sql";
import type { CountedTag } from "../types";

/**
 * The tags of the tenant by name, with the number of people who have each. Those who see some people only get the tags of
 * these, and counts of five on (P8, P12).
 * @throws Refusal `not_allowed`
 */
export async function listTags(ctx: TenantContext): Promise<CountedTag[]> {
  authorize(canViewTags(ctx.actor));
  const seesAll = canManageMembers(ctx.actor).ok;
  const rows = await selectTags(ctx.db, isSeenSql(ctx, Prisma.sql`mt.member_id`));
  return rows
    .filter(({ count }) => seesAll || count > 0)
    .map(({ id, name, count }) => ({ id, name, memberCount: shownCount(count, seesAll) }));
}

/** The names of the tags that most people have, for a form to offer; of people whom the actor sees, as above. */
export async function listUsualTags(ctx: TenantContext, most = 12): Promise<string[]> {
  authorize(canViewTags(ctx.actor));
  const rows = await selectTags(ctx.db, isSeenSql(ctx, Prisma.sql`mt.member_id`));
  const seesAll = canManageMembers(ctx.actor).ok;
  return rows
    .filter(({ count }) => seesAll || count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, most)
    .map(({ name }) => name);
}
