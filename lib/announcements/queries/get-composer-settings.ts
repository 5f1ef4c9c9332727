import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { smtpUrl } from "@/lib/platform/env";
import { limitsInForce } from "@/lib/tenants/limits";
import { confirmThresholdOf } from "../rules";

/** What the composer needs to know of the tenant: its zone, its limits, and what goes out for real. */
export async function getComposerSettings(ctx: TenantContext) {
  const tenant = await ctx.db.tenant.findFirstOrThrow({
    select: { timezone: true, limits: true, settings: true },
  });
  return {
    timezone: tenant.timezone,
    bodyGraphemes: limitsInForce(tenant.limits).announcementBodyGraphemes,
    hasMailServer: smtpUrl() !== undefined,
    confirmThreshold: confirmThresholdOf(tenant.settings),
  };
}
