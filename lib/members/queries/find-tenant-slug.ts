import "server-only";
import type { TenantContext } from "@/lib/platform/context";

/** The tenant's name in addresses. */
export async function findTenantSlug(ctx: TenantContext): Promise<string> {
  const tenant = await ctx.db.tenant.findFirst({ select: { slug: true } });
  return tenant?.slug ?? "";
}
