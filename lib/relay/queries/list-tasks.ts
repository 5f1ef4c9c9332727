import "server-only";
import { z } from "zod";
import { ownMemberId } from "@/lib/communities/actor-rules";
import type { TenantContext } from "@/lib/platform/context";
import { Prisma } from "@/lib/platform/db/generated/client";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { communitiesInReach } from "@/lib/tenants/policy";
import type { TaskFilter } from "../schema";
import { selectTasks } from "../select-tasks-sql";
import type { RelayTask } from "../types";
import { withPosters } from "./with-posters";

type Wanted = TaskFilter & { limit: number; cursor?: string | undefined };

/**
 * What is to be posted by hand, or was, in the groups where the actor may: as admin of the group or its community, or as staff. What is
 * to be posted comes oldest first, what is done newest first. @throws Refusal `invalid_cursor`
 */
export async function listTasks(
  ctx: TenantContext,
  { state, whose, limit, cursor }: Wanted,
): Promise<Page<RelayTask>> {
  const after = cursor ? String(decodeCursor(cursor, z.tuple([z.uuid()]))[0]) : null;
  const isTodo = state === "todo";
  const mine =
    whose === "mine" ? Prisma.sql`t.assignee_id = ${ownMemberId(ctx.actor)}::uuid` : Prisma.sql`true`;
  const place = isTodo ? Prisma.sql`t.id > ${after}::uuid` : Prisma.sql`t.id < ${after}::uuid`;
  const rows = await selectTasks(ctx.db, {
    where: Prisma.sql`${isTodo ? todoSql(ctx.now) : Prisma.sql`NOT ${todoSql(ctx.now)}`} AND ${mine} AND ${mayPostSql(ctx)}
      AND (${after}::uuid IS NULL OR ${place})`,
    order: isTodo ? Prisma.sql`t.id` : Prisma.sql`t.id DESC`,
    limit: limit + 1,
    now: ctx.now,
  });
  const { data, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
  return { data: await withPosters(ctx, data), nextCursor };
}

/** How many wait for the actor themself. */
export async function countOwnTasks(ctx: TenantContext): Promise<number> {
  const own = ownMemberId(ctx.actor);
  if (own === null) return 0;
  const [row] = await ctx.db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM relay_tasks t JOIN groups g ON g.tenant_id = t.tenant_id AND g.id = t.group_id
    JOIN occurrences o ON o.tenant_id = t.tenant_id AND o.id = t.occurrence_id
    WHERE t.tenant_id = current_tenant() AND t.assignee_id = ${own}::uuid AND t.opens_at <= ${ctx.now}
      AND o.status = 'sending' AND ${todoSql(ctx.now)}`;
  return row?.n ?? 0;
}

const todoSql = (
  now: Date,
) => Prisma.sql`(t.posted_at IS NULL AND t.closed_at IS NULL AND t.closes_at > ${now}
  AND o.status IN ('sending', 'paused') AND g.archived_at IS NULL)`;

/** Whether the actor may post something of an occurrence by hand, and so sees what it shows. */
export async function canPostOf(ctx: TenantContext, occurrenceId: string): Promise<boolean> {
  const rows = await ctx.db.$queryRaw<unknown[]>`
    SELECT 1 FROM relay_tasks t JOIN occurrences o ON o.tenant_id = t.tenant_id AND o.id = t.occurrence_id
    WHERE t.tenant_id = current_tenant() AND t.occurrence_id = ${occurrenceId}::uuid AND o.retracted_at IS NULL
      AND ${mayPostSql(ctx)} LIMIT 1`;
  return rows.length > 0;
}

/** The same rule as `canRelay` as SQL, of a task `t`. */
function mayPostSql({ actor }: TenantContext): Prisma.Sql {
  const reach = communitiesInReach(actor, "relay.post");
  if (reach === null) return Prisma.sql`true`;
  const own = ownMemberId(actor);
  return Prisma.sql`(t.community_id = ANY (${[...reach]}::uuid[])
    OR EXISTS (SELECT FROM group_members gm WHERE gm.tenant_id = t.tenant_id AND gm.group_id = t.group_id
      AND gm.member_id = ${own}::uuid AND gm.role = 'admin')
    OR EXISTS (SELECT FROM community_members cm WHERE cm.tenant_id = t.tenant_id AND cm.community_id = t.community_id
      AND cm.member_id = ${own}::uuid AND cm.role = 'admin'))`;
}
