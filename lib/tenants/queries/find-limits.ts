import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { type Limits, limitsInForce } from "../limits";

/** The limits in force for the context's tenant (L1–L8). */
export async function findLimits(ctx: TenantContext): Promise<Limits> {
  const tenant = await ctx.db.tenant.findFirst({
    where: { id: ctx.tenantId },
    select: { limits: true },
  });
  return limitsInForce(tenant?.limits);
}
