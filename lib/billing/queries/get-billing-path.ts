import "server-only";
import type { TenantContext } from "@/lib/platform/context";

/** Where the tenant's billing page is: `/t/{slug}/billing`. */
export async function getBillingPath(ctx: Pick<TenantContext, "db">): Promise<string> {
  const { slug } = await ctx.db.tenant.findFirstOrThrow({ select: { slug: true } });
  return `/t/${slug}/billing`;
}
