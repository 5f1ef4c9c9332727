import type { SendingChannel } from "@/lib/delivery/channel-rules";
import type { Audience } from "@/lib/delivery/types";
import { type AnnouncementKind, purposeOf } from "./rules";
import type { AudienceChoice } from "./types";

/** The audience as the planner of deliveries reads it. */
export function audienceOf(announcement: {
  communityIds: readonly string[];
  audience: AudienceChoice;
  kind: AnnouncementKind;
  channels: readonly SendingChannel[];
}): Audience {
  const { audience } = announcement;
  return {
    communityIds: announcement.communityIds,
    groupIds: audience.kind === "groups" ? (audience.groupIds ?? []) : [],
    exclude: audience.exclude ?? {},
    purpose: purposeOf(announcement.kind),
    channels: announcement.channels,
  };
}
