import "server-only";
import { listAudienceZones } from "@/lib/delivery/queries/list-audience-zones";
import type { LocalStarts } from "@/lib/delivery/types";
import type { TenantContext } from "@/lib/platform/context";
import { loadAudience } from "../load-audience";
import type { Announcement } from "../types";
import { resolveLocalTime } from "../zone-rules";

/** When a sending at each person's own time begins in each of their zones (A6); null for one that begins everywhere at once. */
export async function findLocalStarts(
  ctx: TenantContext,
  announcement: Announcement,
): Promise<LocalStarts | null> {
  const { schedule, dueLocal } = announcement;
  if (schedule.mode !== "memberLocal" || dueLocal === null) return null;
  const startIn = (timezone: string) => {
    const resolved = resolveLocalTime({ localTime: dueLocal, timezone });
    return resolved.ok ? new Date(resolved.instant) : null;
  };
  const zones = (await listAudienceZones(ctx, await loadAudience(ctx, announcement))).flatMap((zone) => {
    const at = startIn(zone);
    return at ? [{ zone, at }] : [];
  });
  return { zones, otherwise: startIn(schedule.timezone ?? "") ?? ctx.now };
}
