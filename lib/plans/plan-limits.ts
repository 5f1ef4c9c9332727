import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { METERS, type PlanMeter, planLimits } from "./catalogue";
import { countUsage, lockPlan } from "./usage-sql";

export type Meter = { used: number; limit: number | null };

/** Every meter of the plan: what is used, and the limit (null: none). */
export async function listMeters(ctx: Pick<TenantContext, "db">): Promise<Record<PlanMeter, Meter>> {
  const [used, tenant] = await Promise.all([
    countUsage(ctx),
    ctx.db.tenant.findFirstOrThrow({ select: { plan: true } }),
  ]);
  const limits = planLimits(tenant.plan);
  const entries = METERS.map((meter) => [meter, { used: used[meter], limit: limits[meter] }] as const);
  return Object.fromEntries(entries) as Record<PlanMeter, Meter>;
}

/**
 * How many more the plan lets in; null without a bound. Call it in the transaction that adds: until that ends, nobody
 * else of the tenant adds (L9 for plans). What is over the limit after a downgrade stays; the answer is then 0 (B5).
 */
export async function placesWithinPlan(ctx: TenantContext, meter: PlanMeter): Promise<number | null> {
  const bound = await boundFor(ctx, meter);
  return bound && Math.max(0, bound.limit - bound.used);
}

/**
 * Whether the plan holds what there is and `adding` more (B5). In the transaction that adds: before the insert with what
 * it adds, or after it with 0.
 * @throws Refusal `plan_limit_reached` with the limit.
 */
export async function assertWithinPlan(ctx: TenantContext, meter: PlanMeter, adding: number): Promise<void> {
  const bound = await boundFor(ctx, meter);
  if (bound && bound.used + adding > bound.limit)
    throw new Refusal("plan_limit_reached", { limit: bound.limit, meter });
}

/** The limit with today's use, the tenant's growth locked; null without a limit, which then costs no lock and no count. */
async function boundFor(
  ctx: TenantContext,
  meter: PlanMeter,
): Promise<{ used: number; limit: number } | null> {
  const { plan } = await ctx.db.tenant.findFirstOrThrow({ select: { plan: true } });
  if (planLimits(plan)[meter] === null) return null;
  const limit = planLimits(await lockPlan(ctx))[meter];
  return limit === null ? null : { limit, used: (await countUsage(ctx))[meter] };
}
