import "server-only";
import type { BlockContent } from "@/lib/blocks/schema";
import { isSendingChannel } from "@/lib/delivery/channel-rules";
import type { AttachedMedia } from "@/lib/media/types";
import type { AnnouncementKind, AnnouncementStatus } from "../rules";
import type { Announcement, AudienceChoice, Evergreen, ScheduleChoice } from "../types";

/** The columns of an announcement as the product shows it. */
export const announcementColumns = {
  id: true,
  communityIds: true,
  audience: true,
  kind: true,
  body: true,
  media: true,
  block: true,
  evergreen: true,
  channels: true,
  scheduleMode: true,
  localTime: true,
  timezone: true,
  rrule: true,
  businessHours: true,
  dueAt: true,
  dueLocal: true,
  urgentReason: true,
  remindsId: true,
  seriesId: true,
  approvedHash: true,
  graceSeconds: true,
  status: true,
  statusReason: true,
  version: true,
  createdBy: true,
  createdAt: true,
  updatedAt: true,
} as const;

type Row = {
  id: string;
  communityIds: string[];
  audience: unknown;
  kind: string;
  body: string;
  media: unknown;
  block: unknown;
  evergreen: unknown;
  channels: string[];
  scheduleMode: string;
  localTime: string | null;
  timezone: string | null;
  rrule: string | null;
  businessHours: boolean;
  dueAt: Date | null;
  dueLocal: string | null;
  urgentReason: string | null;
  remindsId: string | null;
  seriesId: string | null;
  approvedHash: string | null;
  graceSeconds: number;
  status: string;
  statusReason: string | null;
  version: number;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
};

export function toAnnouncement(row: Row): Announcement {
  return {
    id: row.id,
    communityIds: row.communityIds,
    audience: row.audience as AudienceChoice,
    kind: row.kind as AnnouncementKind,
    body: row.body,
    media: row.media as AttachedMedia[] | null,
    block: row.block as BlockContent | null,
    evergreen: row.evergreen as Evergreen | null,
    channels: row.channels.filter(isSendingChannel),
    schedule: {
      mode: row.scheduleMode as ScheduleChoice["mode"],
      ...(row.localTime ? { localTime: row.localTime } : {}),
      ...(row.timezone ? { timezone: row.timezone } : {}),
      ...(row.rrule ? { rrule: row.rrule } : {}),
      ...(row.businessHours ? { businessHours: true } : {}),
    },
    dueAt: row.dueAt,
    dueLocal: row.dueLocal,
    urgentReason: row.urgentReason,
    remindsId: row.remindsId,
    seriesId: row.seriesId,
    approvedHash: row.approvedHash,
    grace: row.graceSeconds,
    status: row.status as AnnouncementStatus,
    statusReason: row.statusReason,
    version: row.version,
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
