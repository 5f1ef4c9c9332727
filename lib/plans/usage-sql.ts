import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { PlanMeter } from "./catalogue";

/** What the tenant uses of each meter now. */
export async function countUsage(ctx: Pick<TenantContext, "db">): Promise<Record<PlanMeter, number>> {
  const [row] = await ctx.db.$queryRaw<Record<PlanMeter, number>[]>`
    WITH month AS (SELECT date_trunc('month', now() AT TIME ZONE timezone) AS first, timezone FROM tenants)
    SELECT (SELECT count(*) FROM members)::float8 AS members,
      (SELECT count(*) FROM communities WHERE archived_at IS NULL)::float8 AS communities,
      (SELECT count(*) FROM staff)::float8 AS staff,
      (SELECT coalesce(sum(queued + sent + delivered + read + skipped + failed + unknown), 0) FROM occurrences
        WHERE started_at >= (SELECT first AT TIME ZONE timezone FROM month))::float8
      -- Of what began before: who joined it this month (A5).
      + (SELECT coalesce(sum(late_in_month), 0) FROM occurrences
        WHERE late_month = (SELECT first::date FROM month)
          AND started_at < (SELECT first AT TIME ZONE timezone FROM month))::float8 AS deliveries`;
  return row ?? { members: 0, communities: 0, staff: 0, deliveries: 0 };
}

/** The tenant's plan, its row locked until the transaction ends: growth of one tenant is counted one at a time. */
export async function lockPlan(ctx: Pick<TenantContext, "db">): Promise<string> {
  const [row] = await ctx.db.$queryRaw<
    { plan: string }[]
  >`SELECT plan FROM tenants WHERE id = current_tenant() FOR NO KEY UPDATE`;
  return row?.plan ?? "free";
}
