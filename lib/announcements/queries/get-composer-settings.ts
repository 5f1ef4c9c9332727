import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { smtpUrl } from "@/lib/platform/env";
import { canUseSegments } from "@/lib/segments/policy";
import { listSegments } from "@/lib/segments/queries/list-segments";
import { limitsInForce } from "@/lib/tenants/limits";
import { isWhatsappLocal } from "@/lib/whatsapp/queries/get-account";
import { headlineOf } from "../format/headline";
import { confirmThresholdOf } from "../rules";
import { listAnnouncements } from "./list-announcements";
import { viewerOf } from "./viewer-of";

/** How many of what was sent last can be named as an exclusion (A3). */
const RECENT = 30;

/** What the composer needs to know of the tenant: its zone, its limits, what goes out for real, and the segments. */
export async function getComposerSettings(ctx: TenantContext) {
  const tenant = await ctx.db.tenant.findFirstOrThrow({
    select: { timezone: true, limits: true, settings: true },
  });
  const recent = await listRecent(ctx);
  const segments = canUseSegments(ctx.actor).ok ? (await listSegments(ctx, { limit: 100 })).data : [];
  return {
    segments: segments.map(({ id, name }) => ({ id, name })),
    recent,
    timezone: tenant.timezone,
    bodyGraphemes: limitsInForce(tenant.limits).announcementBodyGraphemes,
    isReal: { email: smtpUrl() !== undefined, whatsapp: !(await isWhatsappLocal(ctx)) },
    confirmThreshold: confirmThresholdOf(tenant.settings),
  };
}

/** What was sent last in the actor's reach. */
async function listRecent(ctx: TenantContext): Promise<{ id: string; name: string }[]> {
  const { reach } = await viewerOf(ctx);
  if (reach?.length === 0) return [];
  const { data } = await listAnnouncements(ctx, { statuses: ["sent"], limit: RECENT });
  return data.map(({ id, body }) => ({ id, name: headlineOf(body) }));
}
