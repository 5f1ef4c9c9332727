import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { smtpUrl } from "@/lib/platform/env";
import { canUseSegments } from "@/lib/segments/policy";
import { listSegments } from "@/lib/segments/queries/list-segments";
import { limitsInForce } from "@/lib/tenants/limits";
import { confirmThresholdOf } from "../rules";

/** What the composer needs to know of the tenant: its zone, its limits, what goes out for real, and the segments. */
export async function getComposerSettings(ctx: TenantContext) {
  const tenant = await ctx.db.tenant.findFirstOrThrow({
    select: { timezone: true, limits: true, settings: true },
  });
  const segments = canUseSegments(ctx.actor).ok ? (await listSegments(ctx, { limit: 100 })).data : [];
  return {
    segments: segments.map(({ id, name }) => ({ id, name })),
    timezone: tenant.timezone,
    bodyGraphemes: limitsInForce(tenant.limits).announcementBodyGraphemes,
    hasMailServer: smtpUrl() !== undefined,
    confirmThreshold: confirmThresholdOf(tenant.settings),
  };
}
