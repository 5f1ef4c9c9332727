import "server-only";
import type { TenantContext } from "@/lib/platform/context";

/** The slug of the context's tenant: the first part of its addresses (T4). */
export async function findSlug(ctx: TenantContext): Promise<string> {
  const tenant = await ctx.db.tenant.findFirst({ select: { slug: true } });
  return tenant?.slug ?? "";
}
