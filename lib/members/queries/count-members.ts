import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { authorize } from "@/lib/shared/decision";
import { countRows } from "../list-sql";
import { canViewMembers } from "../policy";
import { viewerOf } from "../visibility/policy";

/** How many of the people whom the actor may see meet conditions on `members m`. @throws Refusal `not_allowed` */
export async function countListed(ctx: TenantContext, conditions: readonly Prisma.Sql[]): Promise<number> {
  authorize(canViewMembers(ctx.actor));
  return await countRows(ctx.db, viewerOf(ctx.actor), conditions);
}
