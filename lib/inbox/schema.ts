import { z } from "zod";
import { FEEDBACK_LIMITS, kindField } from "@/lib/feedback/schema";
import { boundedName, boundedText } from "@/lib/shared/bounded-text";
import { CONVERSATION_STATUSES, INBOX_LIMITS } from "./rules";

const id = z.uuid({ error: "unknown_id" });
const body = boundedText(INBOX_LIMITS.body, { mayBeEmpty: false });
const key = z.uuid().meta({ description: "Made by the writer; the same one again is the same message" });
const instant = z.iso.datetime({ offset: true });
// As far as the database counts.
const place = z.int().min(0).max(2_147_483_647);
const taskName = boundedName(INBOX_LIMITS.task);

/** What a member writes to the house, if wanted in answer to an announcement that they got. */
export const writeFields = z.strictObject({ body, key, occurrenceId: id.optional() });
export type WriteFields = z.output<typeof writeFields>;

export const entryFields = z.strictObject({
  body,
  note: z.boolean().default(false).meta({ description: "Among staff; the person never sees it" }),
  key: key.optional(),
  seenPosition: place.optional().meta({
    description: "Up to which entry the writer has read: an answer of somebody else since is told first",
  }),
  close: z.boolean().default(false).meta({ description: "Close the conversation with this answer" }),
});
export type EntryFields = z.output<typeof entryFields>;

const task = z.strictObject({ title: taskName, dueAt: instant }).nullable();

export const changeFields = z
  .strictObject({
    status: z.enum(CONVERSATION_STATUSES).optional(),
    snoozedUntil: instant.optional().meta({ description: "With status `snoozed`: until when" }),
    assigneeId: id.nullable().optional(),
    labelIds: z.array(id).max(INBOX_LIMITS.labels).optional().meta({ description: "All of its labels" }),
    task: task.optional().meta({ description: "What is still to be done, by when; null: done" }),
  })
  .refine(({ status, snoozedUntil }) => (status === "snoozed") === (snoozedUntil !== undefined), {
    path: ["snoozedUntil"],
    error: "required",
  });
export type ChangeFields = z.output<typeof changeFields>;

export const manyFields = z.strictObject({
  ids: z.array(id).min(1).max(INBOX_LIMITS.atOnce),
  status: z.enum(["open", "closed"]).optional(),
  assigneeId: id.nullable().optional(),
  addLabelId: id.optional(),
});
export type ManyFields = z.output<typeof manyFields>;

export const startFields = z.strictObject({ memberId: id, body, key: key.optional() });
export type StartFields = z.output<typeof startFields>;

export const labelFields = z.strictObject({ name: boundedName(INBOX_LIMITS.label) });
export const savedReplyFields = z.strictObject({
  shortcut: z
    .string()
    .transform((text) => text.trim().toLowerCase().replace(/^\//u, ""))
    .pipe(z.string().regex(/^[a-z0-9-]{1,40}$/u, { error: "invalid_shortcut" })),
  body: body.meta({ description: "Merge fields as in announcements: `{{first_name|amigo}}`" }),
});

export const feedbackFields = z.strictObject({
  kind: kindField,
  title: boundedName(FEEDBACK_LIMITS.title),
  body: boundedText(FEEDBACK_LIMITS.body).default(""),
  communityId: id.nullable().default(null),
});
export type FeedbackFields = z.output<typeof feedbackFields>;

// What the forms of pages send: texts, an empty one standing for "none".
const idOrNone = z
  .string()
  .transform((text) => text || null)
  .pipe(id.nullable());
const conversation = { conversationId: z.uuid() };

export const writeForm = z.object({
  body,
  key: key.optional(),
  occurrenceId: z
    .string()
    .transform((text) => text || undefined)
    .pipe(id.optional())
    .optional(),
});
export const entryForm = z.object({
  ...conversation,
  body,
  key,
  note: z.stringbool().default(false),
  close: z.stringbool().default(false),
  seenPosition: z.coerce.number().pipe(place),
});
export const startForm = z.object({ memberId: z.uuid(), body });
export const assignForm = z.object({
  ids: z.array(z.uuid()).min(1).max(INBOX_LIMITS.atOnce),
  assigneeId: idOrNone,
});
export const statusForm = z.object({
  ids: z.array(z.uuid()).min(1).max(INBOX_LIMITS.atOnce),
  status: z.enum(["open", "closed"]),
});
export const labelManyForm = z.object({
  ids: z.array(z.uuid()).min(1).max(INBOX_LIMITS.atOnce),
  addLabelId: id,
});
export const snoozeForm = z.object({
  ...conversation,
  until: z.iso.datetime({ local: true, offset: false }),
});
export const labelsForm = z.object({
  ...conversation,
  labelIds: z.array(id).max(INBOX_LIMITS.labels).default([]),
});
export const taskForm = z.object({
  ...conversation,
  title: taskName,
  dueOn: z.iso.date(),
  assigneeId: idOrNone,
});
export const feedbackForm = z.object({
  ...conversation,
  kind: kindField,
  title: feedbackFields.shape.title,
  body: boundedText(FEEDBACK_LIMITS.body).default(""),
  communityId: idOrNone.default(null),
});
