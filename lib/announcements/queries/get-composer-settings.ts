import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { limitsInForce } from "@/lib/tenants/limits";
import { confirmThresholdOf } from "../rules";

/** What the composer needs to know of the tenant: its zone and its limits. */
export async function getComposerSettings(ctx: TenantContext) {
  const tenant = await ctx.db.tenant.findFirstOrThrow({
    select: { timezone: true, limits: true, settings: true },
  });
  return {
    timezone: tenant.timezone,
    bodyGraphemes: limitsInForce(tenant.limits).announcementBodyGraphemes,
    confirmThreshold: confirmThresholdOf(tenant.settings),
  };
}
