import type { BlockContent } from "@/lib/blocks/schema";
import type { PortalBlock } from "@/lib/blocks/types";
import type { Icon } from "@/lib/communities/types";
import type { SendingChannel } from "@/lib/delivery/channel-rules";
import type { OccurrenceStatus } from "@/lib/delivery/rules";
import type { OccurrenceCounts } from "@/lib/delivery/types";
import type { AttachedMedia } from "@/lib/media/types";
import type { AnnouncementKind, AnnouncementStatus } from "./rules";

export type ExclusionChoice = {
  groupIds?: string[] | undefined;
  segmentIds?: string[] | undefined;
  receivedAnnouncementId?: string | undefined;
  didNotReadAnnouncementId?: string | undefined;
};

export type AudienceChoice = {
  kind: "community" | "groups" | "segment";
  groupIds?: string[] | undefined;
  segmentId?: string | undefined;
  exclude?: ExclusionChoice | undefined;
  /** Only those who answered the block of a sending so, or who got it and did not answer (A15). */
  answered?: { blockId: string; choices: string[]; hasNot: boolean } | undefined;
  /** Only those who asked for an item of feedback, support it, or asked for what was merged into it (F3). */
  askedFeedbackId?: string | undefined;
};

export type ScheduleChoice = {
  mode: "now" | "at" | "memberLocal";
  localTime?: string | undefined;
  timezone?: string | undefined;
  rrule?: string | undefined;
  businessHours?: boolean | undefined;
};

/** How long it also reaches who joins after it began (A5): so many days from then, or until a day is over. */
export type Evergreen = { days: number } | { until: string };

export type Announcement = {
  id: string;
  communityIds: string[];
  audience: AudienceChoice;
  kind: AnnouncementKind;
  body: string;
  media: AttachedMedia[] | null;
  block: BlockContent | null;
  /** Null: who joins later does not get it (A5). */
  evergreen: Evergreen | null;
  channels: SendingChannel[];
  schedule: ScheduleChoice;
  /** The instant that the schedule became (A6). */
  dueAt: Date | null;
  /** The wall-clock time of that instant, where one was asked for. */
  dueLocal: string | null;
  /** Why it passes the weekly budget (A18); null: it does not. */
  urgentReason: string | null;
  /** The announcement of which this reminds those who did not read it (A15). */
  remindsId: string | null;
  /** The series that this was taken out of. */
  seriesId: string | null;
  /** What was approved (A19); null when nothing is. */
  approvedHash: string | null;
  /** Seconds after the due time within which a late worker still sends it (A12). */
  grace: number;
  status: AnnouncementStatus;
  statusReason: string | null;
  version: number;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
};

export type TransitionRecord = {
  id: string;
  from: AnnouncementStatus;
  to: AnnouncementStatus;
  by: string;
  reason: string | null;
  at: Date;
};

/** What the composer offers as audience. */
export type CommunityChoice = {
  id: string;
  name: string;
  memberCount: number;
  groups: { id: string; name: string; memberCount: number }[];
};

/** What the page of an announcement keeps watching. */
export type LiveAnnouncement = {
  id: string;
  status: AnnouncementStatus;
  statusReason: string | null;
  dueAt: string | null;
  counts: OccurrenceCounts | null;
  /** In how many groups it is posted by hand, and in how many it was, or is late; null where in none (A21). */
  relay: { groups: number; posted: number; late: number } | null;
  /** All but what is posted by hand is sent. */
  isOnlyByHand: boolean;
  startedAt: string | null;
  finishedAt: string | null;
};

/** What happened to an announcement, for those who watch: its picture now, and the communities it concerns. */
export type AnnouncementEvent = { communityIds: string[]; live: LiveAnnouncement };

/** An announcement as one member got it: the text is theirs, the communities are those of it that they are in. */
export type FeedItem = {
  occurrenceId: string;
  kind: string;
  body: string;
  media: AttachedMedia[];
  communities: { id: string; name: string; icon: Icon | null }[];
  sentAt: Date;
  block: PortalBlock | null;
  isRead: boolean;
  isRetracted: boolean;
  isEdited: boolean;
};

/** How the latest sending went: how many it was for, and how many of them are known to have read it (A9). */
export type LastSending = {
  announcementId: string;
  body: string;
  startedAt: Date;
  people: number;
  read: number;
};

/** One time of the calendar: what was sent or stayed behind, or what waits. */
export type CalendarEntry = {
  /** Of the announcement. */
  id: string;
  at: Date;
  /** What waits can be moved from this wall-clock time. */
  localTime: string | null;
  status: OccurrenceStatus;
  kind: AnnouncementKind;
  headline: string;
  people: number | null;
  isSeries: boolean;
};
