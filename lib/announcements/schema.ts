import { z } from "zod";
import { blockContent } from "@/lib/blocks/schema";
import { isSendingChannel, SENDING_CHANNELS } from "@/lib/delivery/channel-rules";
import { RETRIED } from "@/lib/delivery/rules";
import { mediaChoices } from "@/lib/media/schema";
import { cleanText } from "@/lib/shared/text";
import { findMergeFieldProblems } from "./format/merge-fields";
import { ANNOUNCEMENT_KINDS, MERGE_FIELDS, MOST_EVERGREEN_DAYS } from "./rules";
import type { AudienceChoice } from "./types";

const ids = (max: number) =>
  z
    .array(z.uuid())
    .min(1)
    .max(max)
    .transform((list) => [...new Set(list)]);

// The database holds 45,056 characters: 4,096 graphemes of the longest families (L8). The command counts graphemes.
const bodySchema = z
  .string()
  .max(45_056, { error: "much_too_long" })
  .transform(cleanText)
  .pipe(z.string().min(1))
  .superRefine((body, issues) => {
    const problem = findMergeFieldProblems(body, MERGE_FIELDS).find(({ code }) => code === "unknown_field");
    if (!problem) return;
    issues.addIssue({
      code: "custom",
      message: "unknown_merge_field",
      params: { field: problem.field, known: MERGE_FIELDS.join(", ") },
    });
  });

/** Only those who answered the block of a sending, in one of these ways or in any; or those who got it and did not (A15). */
const answeredSchema = z.strictObject({
  blockId: z.uuid(),
  choices: z.array(z.string().max(10)).max(20).default([]),
  hasNot: z.boolean().default(false),
});

const audienceSchema = z
  .strictObject({
    kind: z.enum(["community", "groups", "segment"]),
    groupIds: ids(500).optional(),
    segmentId: z.uuid().optional(),
    exclude: z
      .strictObject({
        groupIds: ids(500).optional(),
        segmentIds: ids(20).optional(),
        receivedAnnouncementId: z.uuid().optional(),
        didNotReadAnnouncementId: z.uuid().optional(),
      })
      .optional(),
    answered: answeredSchema.optional(),
    askedFeedbackId: z.uuid().optional(),
  })
  .superRefine((audience, issues) => {
    if (audience.kind === "segment" && !audience.segmentId)
      issues.addIssue({ code: "custom", message: "required", path: ["segmentId"] });
    if (audience.kind === "groups" && !audience.groupIds)
      issues.addIssue({ code: "custom", message: "required", path: ["groupIds"] });
  })
  .transform(
    ({ kind, groupIds, segmentId, exclude, answered, askedFeedbackId }): AudienceChoice => ({
      kind,
      ...(kind === "groups" ? { groupIds } : {}),
      ...(kind === "segment" ? { segmentId } : {}),
      ...(answered ? { answered } : {}),
      ...(askedFeedbackId ? { askedFeedbackId } : {}),
      ...(exclude
        ? {
            exclude: {
              groupIds: exclude.groupIds,
              segmentIds: exclude.segmentIds,
              receivedAnnouncementId: exclude.receivedAnnouncementId,
              didNotReadAnnouncementId: exclude.didNotReadAnnouncementId,
            },
          }
        : {}),
    }),
  );

export const scheduleSchema = z
  .strictObject({
    mode: z.enum(["now", "at", "memberLocal"]),
    localTime: z.string().max(30).optional(),
    timezone: z.string().max(64).optional(),
    rrule: z.string().max(2_000).optional(),
    /** Reaches people from Monday to Friday within the business hours of the tenant, by their own clocks. */
    businessHours: z.boolean().optional(),
  })
  .superRefine((schedule, issues) => {
    if (schedule.mode === "now") return;
    for (const path of ["localTime", "timezone"] as const) {
      if (!schedule[path]) issues.addIssue({ code: "custom", message: "required", path: [path] });
    }
  });

/** How long an announcement also reaches who joins after it began (A5): so many days, or until a day of the tenant is over. */
export const evergreenSchema = z.union([
  z.strictObject({ days: z.int().min(1).max(MOST_EVERGREEN_DAYS) }),
  z.strictObject({ until: z.iso.date() }),
]);

const fields = {
  communityIds: ids(100),
  audience: audienceSchema,
  kind: z.enum(ANNOUNCEMENT_KINDS),
  body: bodySchema,
  channels: z
    .array(z.enum(["in_app", "push", "email", "whatsapp", "relay"]))
    .min(1)
    .max(5)
    .refine((list) => list.every(isSendingChannel), { error: "channel_not_available" })
    .transform((list) => SENDING_CHANNELS.filter((channel) => list.includes(channel))),
  schedule: scheduleSchema,
  /** Seconds; at most a week. */
  grace: z.number().int().min(0).max(604_800),
  /** Why it passes the weekly budget (A18). */
  urgentReason: z.string().max(2_000).transform(cleanText).pipe(z.string().min(1)).nullable(),
  /** Uploads by their ids, with the words for who does not see them. */
  media: mediaChoices.nullable(),
  block: blockContent.nullable(),
  evergreen: evergreenSchema.nullable(),
};

export const createAnnouncementInput = z.strictObject({
  communityIds: fields.communityIds,
  audience: fields.audience.default({ kind: "community" }),
  kind: fields.kind.default("other"),
  body: fields.body,
  channels: fields.channels.default(["in_app"]),
  schedule: fields.schedule.default({ mode: "now" }),
  grace: fields.grace.default(21_600),
  urgentReason: fields.urgentReason.optional(),
  media: fields.media.optional(),
  block: fields.block.optional(),
  evergreen: fields.evergreen.optional(),
});
export type CreateAnnouncementInput = z.output<typeof createAnnouncementInput>;

export const updateAnnouncementInput = z.strictObject({
  communityIds: fields.communityIds.optional(),
  audience: fields.audience.optional(),
  kind: fields.kind.optional(),
  body: fields.body.optional(),
  channels: fields.channels.optional(),
  schedule: fields.schedule.optional(),
  grace: fields.grace.optional(),
  urgentReason: fields.urgentReason.optional(),
  media: fields.media.optional(),
  block: fields.block.optional(),
  evergreen: fields.evergreen.optional(),
  /** The version that the editor has before them: another one in the store is a `conflict`. */
  version: z.number().int().min(1).optional(),
});
export type UpdateAnnouncementInput = z.output<typeof updateAnnouncementInput>;

/** The number of people that a big sending is confirmed with (A7), and how long it can be undone. */
export const sendInput = z.strictObject({
  confirmPeople: z.number().int().min(0).optional(),
  undoSeconds: z.number().int().min(0).max(600).default(0),
});

export const scheduleInput = z.strictObject({
  schedule: scheduleSchema.optional(),
  confirmPeople: z.number().int().min(0).optional(),
});

/** Other words; without `media` what is shown stays. */
export const correctInput = z.strictObject({ body: bodySchema, media: fields.media.optional() });

export const retryInput = z.strictObject({ status: z.enum(RETRIED) });

export const reasonInput = z.strictObject({ reason: z.string().max(500).optional() });

export const schedulePreviewInput = z.strictObject({
  localTime: z.string().max(30),
  timezone: z.string().max(64),
  rrule: z.string().max(2_000).nullish(),
  until: z.string().max(30).nullish(),
  count: z.number().int().min(1).max(1_000).nullish(),
});
