import "server-only";
import type { TenantContext } from "@/lib/platform/context";

/** The tenant's country: how numbers without one are read (I1). */
export async function findCountry(ctx: TenantContext): Promise<string> {
  const tenant = await ctx.db.tenant.findFirst({ select: { country: true } });
  return tenant?.country ?? "BR";
}
