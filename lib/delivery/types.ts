import type { Prisma } from "@/lib/platform/db/generated/client";
import type { CostLine } from "@/lib/whatsapp/price-rules";
import type { SendingChannel } from "./channel-rules";
import type { DeliveryStatus, OccurrenceStatus } from "./rules";

/** Whom an occurrence is meant for: the planner that rehearses and the freeze that sends read the same thing (A3, A17). */
export type Audience = {
  communityIds: readonly string[];
  /** Empty: everybody in the communities. */
  groupIds: readonly string[];
  /** A query of `member_id`: only these people, of those in the communities. */
  segment: Prisma.Sql | null;
  /** Only people who got this announcement and are not known to have read it (A15). */
  unreadOf: string | null;
  /** Only people who did not get this announcement, as far as anybody knows: it was stopped in the middle and goes on anew. */
  missedOf: string | null;
  exclude: AudienceExclusions;
  /** The purpose of consent that this sending needs (P16). */
  purpose: Purpose;
  /** The channels that may be used; each person gets it on one of them (A4, A10). */
  channels: readonly SendingChannel[];
  /** How much of a kind somebody may have had since then (A18); null for emergencies and where nothing is capped. */
  budget: { most: number; kind: "promotion" | null; since: Date } | null;
};

/** When a sending begins in each zone, and for people without one (A6). */
export type LocalStarts = {
  /** `outward`: what leaves the house, by e-mail or to a phone; never before `at`. */
  zones: readonly { zone: string; at: Date; outward: Date }[];
  otherwise: Date;
  otherwiseOutward: Date;
};

export type AudienceExclusions = {
  groupIds?: readonly string[] | undefined;
  segments?: readonly Prisma.Sql[] | undefined;
  receivedAnnouncementId?: string | undefined;
  didNotReadAnnouncementId?: string | undefined;
};

export type Purpose = "announcements" | "promotions" | "service";

/** Why somebody is left out; each person in exactly one bucket. */
export type LeftOutReason = "opted_out" | "no_channel" | "excluded" | "suspended" | "fatigue" | "quiet";

export type Rehearsal = {
  people: number;
  considered: number;
  /** Seats beyond the first of the same person (A4). */
  duplicates: number;
  buckets: { reason: LeftOutReason; count: number }[];
  perChannel: Partial<Record<SendingChannel, number>>;
  lanes: number;
  unreachable: number;
  durationSeconds: number;
  /** The same of each channel by itself; they send side by side. */
  perChannelSeconds: Partial<Record<SendingChannel, number>>;
  /** What the messages cost that are charged for, by country and category; `unpriced`: people whose price nobody entered. */
  cost: { amountMinor: number; currency: string; lines: CostLine[]; unpriced: number };
  /** When a channel may write to so many people a day only (A10): how many on each day from today; null when today suffices. */
  spread: { channel: SendingChannel; perDay: number; days: number[] } | null;
  /** In how many groups a person is to post it by hand, and how many hours that is waited for; null when in none (A21). */
  byHand: { groups: number; hours: number } | null;
  /** Where people's clocks stand: how many get it in each zone; null is those without one. */
  zones: { timezone: string | null; people: number }[];
  /** A day within the next seven on which fewer would have had enough already (A18), `YYYY-MM-DD`; null when today is as good. */
  betterDay: string | null;
};

/** Why a sending was stopped for good: by somebody, by taking it out of the portal too, or because its sender lost the right. */
export type StopReason = "cancelled" | "retracted" | "not_allowed";

/** Exclusive: each delivery is in exactly one, and they sum to the deliveries (A8). */
export type OccurrenceCounts = {
  queued: number;
  sent: number;
  delivered: number;
  read: number;
  skipped: number;
  failed: number;
  unknown: number;
};

export type Occurrence = {
  id: string;
  announcementId: string;
  /** What it asked of its people. */
  blockId: string | null;
  dueAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  retractedAt: Date | null;
  /** Until then it reaches who joins too (A5). */
  evergreenUntil: Date | null;
  /** How many of its people joined after it began. */
  late: number;
  status: OccurrenceStatus;
  counts: OccurrenceCounts;
};

export type DeliveryRow = {
  memberId: string;
  channel: string;
  status: DeliveryStatus;
  reason: string | null;
  attempts: number;
  sentAt: Date | null;
  deliveredAt: Date | null;
  readAt: Date | null;
};
