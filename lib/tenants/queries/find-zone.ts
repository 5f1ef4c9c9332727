import "server-only";
import type { TenantContext } from "@/lib/platform/context";

/** The zone in which a tenant's pages tell the time. */
export async function findZone(ctx: TenantContext): Promise<string> {
  const tenant = await ctx.db.tenant.findFirst({ select: { timezone: true } });
  return tenant?.timezone ?? "UTC";
}
