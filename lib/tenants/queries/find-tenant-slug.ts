import "server-only";
import type { TenantContext } from "@/lib/platform/context";

/** The name of the context's tenant in addresses (T4). */
export async function findTenantSlug(ctx: TenantContext): Promise<string> {
  const tenant = await ctx.db.tenant.findFirstOrThrow({ select: { slug: true } });
  return tenant.slug;
}
