import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { notFound } from "@/lib/shared/refusal";

/** What the settings page shows of the tenant. */
export async function getTenantSettings(
  ctx: TenantContext,
): Promise<{ name: string; locale: string; timezone: string }> {
  const tenant = await ctx.db.tenant.findFirst({
    where: { id: ctx.tenantId },
    select: { name: true, locale: true, timezone: true },
  });
  if (!tenant) throw notFound();
  return tenant;
}
