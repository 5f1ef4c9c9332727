import "server-only";
import type { TenantContext } from "@/lib/platform/context";

/** The zone in which the context's tenant reads and writes times. */
export async function findTimezone(ctx: TenantContext): Promise<string> {
  const tenant = await ctx.db.tenant.findFirst({
    where: { id: ctx.tenantId },
    select: { timezone: true },
  });
  return tenant?.timezone ?? "UTC";
}
