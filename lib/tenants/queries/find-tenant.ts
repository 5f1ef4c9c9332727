import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { notFound } from "@/lib/shared/refusal";

export type TenantFace = { slug: string; name: string; timezone: string };

/** What pages show of the tenant: its name, its address, and the zone its dates are told in. @throws Refusal `not_found` */
export async function findTenant(ctx: TenantContext): Promise<TenantFace> {
  const tenant = await ctx.db.tenant.findFirst({
    where: { id: ctx.tenantId },
    select: { slug: true, name: true, timezone: true },
  });
  if (!tenant) throw notFound();
  return tenant;
}
