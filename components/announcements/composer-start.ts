import { itemsOf } from "@/components/media/media-item";
import { repeatOf } from "@/lib/announcements/repeat-rules";
import type { Announcement, ExclusionChoice } from "@/lib/announcements/types";
import type { ComposerStart } from "./announcement-composer";
import { blockStartOf } from "./block-start";
import { evergreenStartOf } from "./evergreen-start";

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
    answered: audience.answered ?? null,
    askedFeedbackId: audience.askedFeedbackId ?? "",
    ...exclusionsOf(audience.exclude ?? {}),
    block: blockStartOf(announcement.block),
    channels,
    urgentReason: announcement.urgentReason ?? "",
    remindsId: announcement.remindsId ?? "",
    media: itemsOf(announcement.media),
    evergreen: evergreenStartOf(announcement.evergreen),
    ...repeatOf(schedule.rrule, schedule.localTime ?? ""),
    when: schedule.mode === "now" ? "now" : "at",
    isMemberLocal: schedule.mode === "memberLocal",
    isBusiness: schedule.businessHours === true,
    ...(schedule.timezone ? { timezone: schedule.timezone } : {}),
    ...(communityIds[0] ? { communityId: communityIds[0] } : {}),
    ...(schedule.localTime ? { localTime: schedule.localTime } : {}),
  };
}

function exclusionsOf(exclude: ExclusionChoice) {
  return {
    excludeSegmentIds: exclude.segmentIds ?? [],
    excludeGroupIds: exclude.groupIds ?? [],
    receivedAnnouncementId: exclude.receivedAnnouncementId ?? "",
    didNotReadAnnouncementId: exclude.didNotReadAnnouncementId ?? "",
  };
}
