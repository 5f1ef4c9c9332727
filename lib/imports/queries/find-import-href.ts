import "server-only";
import type { TenantContext } from "@/lib/platform/context";

/** The page of one import in the dashboard. */
export async function findImportHref(ctx: TenantContext, id: string): Promise<string> {
  const tenant = await ctx.db.tenant.findFirst({ where: { id: ctx.tenantId }, select: { slug: true } });
  return `/t/${tenant?.slug ?? ""}/members/import/${id}`;
}
