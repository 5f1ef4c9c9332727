import { z } from "zod";
import { blockContent } from "@/lib/blocks/schema";
import { SENDING_CHANNELS } from "@/lib/delivery/channel-rules";
import { OCCURRENCE_STATUSES } from "@/lib/delivery/rules";
import { attachedMediaSchema } from "@/lib/media/schema";
import { PRICE_CATEGORIES } from "@/lib/whatsapp/price-rules";
import { ANNOUNCEMENT_KINDS, ANNOUNCEMENT_STATUSES } from "./rules";
import { evergreenSchema } from "./schema";

const instant = z.iso.datetime();
const uuids = z.array(z.uuid());

/** An announcement as the API answers it. */
export const announcementSchema = z
  .object({
    id: z.uuid(),
    communityIds: uuids,
    audience: z.object({
      kind: z.enum(["community", "groups", "segment"]),
      answered: z.object({ blockId: z.uuid(), choices: z.array(z.string()), hasNot: z.boolean() }).optional(),
      askedFeedbackId: z
        .uuid()
        .optional()
        .meta({ description: "Only who asked for this item of feedback, or supports it" }),
      groupIds: uuids.optional(),
      segmentId: z.uuid().optional(),
      exclude: z
        .object({
          groupIds: uuids.optional(),
          segmentIds: uuids.optional(),
          receivedAnnouncementId: z.uuid().optional(),
          didNotReadAnnouncementId: z.uuid().optional(),
        })
        .optional(),
    }),
    kind: z.enum(ANNOUNCEMENT_KINDS),
    body: z.string(),
    media: z.array(attachedMediaSchema).nullable(),
    block: blockContent.nullable(),
    evergreen: evergreenSchema
      .nullable()
      .meta({ description: "How long it also reaches who joins after it began" }),
    channels: z.array(z.enum(SENDING_CHANNELS)),
    schedule: z.object({
      mode: z.enum(["now", "at", "memberLocal"]),
      localTime: z.string().optional(),
      timezone: z.string().optional(),
      rrule: z.string().optional(),
      businessHours: z.boolean().optional(),
    }),
    dueAt: instant.nullable(),
    dueLocal: z.string().nullable().meta({ description: "The wall-clock time that became `dueAt`" }),
    urgentReason: z
      .string()
      .nullable()
      .meta({ description: "Why it passes the budget of what somebody gets in a week" }),
    remindsId: z.uuid().nullable().meta({ description: "Goes only to those who did not read that one" }),
    seriesId: z.uuid().nullable().meta({ description: "The series that this one was taken out of" }),
    approvedHash: z
      .string()
      .nullable()
      .meta({ description: "SHA-256 of the content, audience and time that were approved" }),
    grace: z.int().min(0).meta({ description: "Seconds" }),
    status: z.enum(ANNOUNCEMENT_STATUSES),
    statusReason: z.string().nullable(),
    version: z.int().min(1),
    createdBy: z.uuid().nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: "Announcement" });

const count = z.int().min(0);

export const rehearsalSchema = z
  .object({
    people: count,
    considered: count,
    duplicates: count,
    buckets: z.array(
      z.object({
        reason: z.enum(["opted_out", "no_channel", "excluded", "suspended", "fatigue", "quiet"]),
        count,
      }),
    ),
    perChannel: z
      .partialRecord(z.enum(SENDING_CHANNELS), count)
      .meta({ description: "Each person on one channel; they sum to `people`" }),
    lanes: count,
    unreachable: count,
    durationSeconds: count,
    perChannelSeconds: z
      .partialRecord(z.enum(SENDING_CHANNELS), count)
      .meta({ description: "How long each channel takes; they send side by side" }),
    cost: z
      .object({
        amountMinor: z.int(),
        currency: z.string(),
        lines: z.array(
          z.object({
            callingCode: z.string(),
            country: z.string().nullable(),
            category: z.enum(PRICE_CATEGORIES),
            people: count,
            amountMinor: z.int().nullable(),
          }),
        ),
        unpriced: count,
      })
      .meta({
        description:
          "What WhatsApp charges by the tenant's own price list; `unpriced` are people whose price nobody entered",
      }),
    spread: z
      .object({ channel: z.enum(SENDING_CHANNELS), perDay: count, days: z.array(count) })
      .nullable()
      .meta({ description: "How many people on each day from today, where a channel takes so many a day" }),
    byHand: z.object({ groups: count, hours: count }).nullable().meta({
      description:
        "Groups in which a person posts it, in a time that nobody knows, and hours until when that is waited for",
    }),
    zones: z
      .array(z.object({ timezone: z.string().nullable(), people: count }))
      .meta({ description: "Where people's clocks stand; null is those without a zone" }),
    betterDay: z.iso
      .date()
      .nullable()
      .meta({ description: "A day on which fewer would have had enough already" }),
  })
  .meta({ id: "Rehearsal" });

/** One time of the calendar. */
export const calendarEntrySchema = z
  .object({
    id: z.uuid().meta({ description: "Of the announcement" }),
    at: instant,
    localTime: z.string().nullable(),
    status: z.enum(OCCURRENCE_STATUSES),
    kind: z.enum(ANNOUNCEMENT_KINDS),
    headline: z.string(),
    people: count.nullable().meta({ description: "Null for what is ahead" }),
    isSeries: z.boolean(),
  })
  .meta({ id: "CalendarEntry" });

export const schedulePreviewSchema = z
  .object({ instants: z.array(instant), notes: z.array(z.enum(["shifted_forward", "first_of_two"])) })
  .meta({ id: "SchedulePreview" });
