import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { Prisma } from "@/lib/platform/db/generated/client";
import { authorize } from "@/lib/shared/decision";
import { countSelected, selectedRows } from "../list-sql";
import { canCountMembers, canViewMembers } from "../policy";
import { viewerOf } from "../visibility/policy";
import { type MemberFilter, readFilter } from "./read-filter";

const NOBODY = Prisma.sql`SELECT NULL::uuid AS id, '' AS search_name WHERE false`;

/**
 * Everybody whom the list would show the actor with a filter, as a query of `(id, search_name)`: for acts on all of them (P12).
 * @throws Refusal `not_allowed`
 */
export async function selectedMembersSql(ctx: TenantContext, filter: MemberFilter): Promise<Prisma.Sql> {
  authorize(canViewMembers(ctx.actor));
  const read = await readFilter(ctx, filter);
  return read ? selectedRows(viewerOf(ctx.actor), read) : NOBODY;
}

/** How many they are. @throws Refusal `not_allowed` */
export async function countSelectedMembers(ctx: TenantContext, filter: MemberFilter): Promise<number> {
  authorize(canCountMembers(ctx.actor));
  return await countSelected(ctx.db, await selectedMembersSql(ctx, filter));
}
