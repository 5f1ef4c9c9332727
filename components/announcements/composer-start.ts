import { repeatOf } from "@/lib/announcements/repeat-rules";
import type { Announcement } from "@/lib/announcements/types";
import type { ComposerStart } from "./announcement-composer";

/** An announcement as the composer begins with it; its zone goes along, whatever the tenant's own is. */
export function startOf(announcement: Announcement): Partial<ComposerStart> & { timezone?: string } {
  const { id, version, body, kind, audience, channels, schedule, communityIds } = announcement;
  return {
    id,
    version,
    body,
    kind,
    audience: audience.kind,
    groupIds: audience.groupIds ?? [],
    segmentId: audience.segmentId ?? "",
    excludeSegmentIds: audience.exclude?.segmentIds ?? [],
    channels,
    urgentReason: announcement.urgentReason ?? "",
    remindsId: announcement.remindsId ?? "",
    ...repeatOf(schedule.rrule, schedule.localTime ?? ""),
    when: schedule.mode === "now" ? "now" : "at",
    isMemberLocal: schedule.mode === "memberLocal",
    ...(schedule.timezone ? { timezone: schedule.timezone } : {}),
    ...(communityIds[0] ? { communityId: communityIds[0] } : {}),
    ...(schedule.localTime ? { localTime: schedule.localTime } : {}),
  };
}
