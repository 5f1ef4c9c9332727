import "server-only";
import { listAudienceZones } from "@/lib/delivery/queries/list-audience-zones";
import type { Audience, LocalStarts } from "@/lib/delivery/types";
import type { TenantContext } from "@/lib/platform/context";
import { findSettings } from "@/lib/tenants/queries/find-settings";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";
import type { Announcement } from "../types";
import { firstOpen, type Windows, windowsOf } from "../window-rules";
import { resolveLocalTime } from "../zone-rules";

/**
 * When a sending reaches people in each of their zones (A6): at each person's own time, within business hours, and what goes
 * out of the house not in quiet hours. Null for one that reaches everybody at once.
 */
export async function findStarts(
  ctx: TenantContext,
  announcement: Announcement,
  audience: Audience,
): Promise<LocalStarts | null> {
  const { schedule, dueLocal, urgentReason } = announcement;
  const ownTime = schedule.mode === "memberLocal" ? dueLocal : null;
  const settings = await findSettings(ctx);
  const windows = windowsOf(settings, {
    isUrgent: urgentReason !== null,
    isBusiness: schedule.businessHours === true,
  });
  if (ownTime === null && !windows.quiet && !windows.business) return null;
  const zones = await listAudienceZones(ctx, audience);
  const startIn = (zone: string) => startOf(zone, { now: ctx.now, ownTime, windows });
  const { at, outward } = startIn(schedule.timezone ?? (await findTimezone(ctx)));
  return {
    zones: zones.map((zone) => ({ zone, ...startIn(zone) })),
    otherwise: at,
    otherwiseOutward: outward,
  };
}

type Wanted = { now: Date; ownTime: string | null; windows: Windows };

function startOf(timezone: string, { now, ownTime, windows }: Wanted): { at: Date; outward: Date } {
  const resolved = ownTime === null ? null : resolveLocalTime({ localTime: ownTime, timezone });
  const begins = resolved?.ok ? new Date(resolved.instant) : now;
  const at = firstOpen(begins, timezone, { ...windows, quiet: null });
  return { at, outward: firstOpen(begins, timezone, windows) };
}
