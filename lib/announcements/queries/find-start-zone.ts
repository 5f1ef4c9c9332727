import "server-only";
import { listAudienceZones } from "@/lib/delivery/queries/list-audience-zones";
import type { TenantContext } from "@/lib/platform/context";
import { loadAudience } from "../load-audience";
import { earliestZone } from "../turn-rules";
import type { Announcement, ScheduleChoice } from "../types";

/**
 * The zone in which a schedule begins: the one it names, or, where everybody gets it at their own time, the zone of the
 * audience in which that time comes first.
 */
export async function findStartZone(
  ctx: TenantContext,
  announcement: Pick<Announcement, "communityIds" | "audience" | "kind" | "channels">,
  { mode, localTime = "", timezone = "" }: ScheduleChoice,
): Promise<string> {
  if (mode !== "memberLocal") return timezone;
  return earliestZone(
    localTime,
    await listAudienceZones(ctx, await loadAudience(ctx, announcement)),
    timezone,
  );
}
