import { z } from "zod";
import { attachedMediaSchema, mediaChoices } from "@/lib/media/schema";
import { cleanText, isEmoji } from "@/lib/shared/text";
import {
  MAX_BODY_LENGTH,
  MOST_MENTIONS,
  MOST_REASON_LENGTH,
  MOST_SILENT_MINUTES,
  MOST_SLOW_SECONDS,
} from "./rules";
import { MOST_REFUSED_WORDS, MOST_WORD_LENGTH } from "./word-rules";

const words = z.string().max(MAX_BODY_LENGTH).transform(cleanText);
const body = words.pipe(z.string().min(1));
const id = z.uuid({ error: "unknown_id" });

const mentions = z
  .array(id)
  .max(MOST_MENTIONS)
  .meta({ description: "Members of the room whom the body calls: `@` and their name" });

/** What is said in a new message, field by field; a message says something, by words or by what it shows. */
export const newMessage = {
  body: words.default(""),
  replyTo: id.optional(),
  authorId: id.optional(),
  mentions: mentions.optional(),
  media: mediaChoices.nullable().optional().meta({ description: "Uploads of `POST /media`, in order" }),
  key: z
    .uuid()
    .optional()
    .meta({ description: "Made by the writer; the same one again is the same message" }),
};

/** Refuses a message that has neither words nor anything to show. */
export function saysSomething(
  { body, media }: { body: string; media?: readonly unknown[] | null | undefined },
  issues: z.RefinementCtx,
): void {
  if (body === "" && !media)
    issues.addIssue({
      code: "too_small",
      origin: "string",
      minimum: 1,
      inclusive: true,
      path: ["body"],
      input: body,
    });
}

export const postMessageFields = z.strictObject(newMessage).superRefine(saysSomething);
export type PostMessageFields = z.output<typeof postMessageFields>;

export const reactionFields = z.strictObject({
  emoji: z.string().max(40).refine(isEmoji, { error: "invalid_emoji" }),
});

/** What the API answers for one of those who reacted. */
export const reactionAnswer = z
  .object({ memberId: z.uuid().nullable(), name: z.string().nullable(), emoji: z.string() })
  .meta({ id: "Reaction" });

const quoteAnswer = z.object({
  id: z.uuid(),
  authorId: z.uuid().nullable(),
  authorName: z.string().nullable(),
  formerMember: z.int().nullable(),
  byTeam: z.boolean(),
  body: z.string(),
  isRemoved: z.boolean(),
  hasMedia: z.boolean(),
});

export const editMessageFields = z.strictObject({ body, mentions: mentions.optional() });
export type EditMessageFields = z.output<typeof editMessageFields>;

/** Why somebody asks to look at a message; may stay empty. */
export const reportFields = z.strictObject({
  reason: z.string().max(MOST_REASON_LENGTH).transform(cleanText).default(""),
});
export const decisionFields = z.strictObject({ remove: z.boolean() });
export const silenceFields = z.strictObject({
  memberId: id,
  minutes: z.int().min(1).max(MOST_SILENT_MINUTES),
});
export const slowModeFields = z.strictObject({ seconds: z.int().min(0).max(MOST_SLOW_SECONDS) });

export const refusedWordsFields = z.strictObject({
  words: z.array(z.string().max(MOST_WORD_LENGTH).transform(cleanText)).max(MOST_REFUSED_WORDS).meta({
    description:
      "Whole words or phrases, accents and case ignored; one that ends in * stands for what begins so",
  }),
});

/** What the API answers for what waits for a decision, and for who may not write. */
export const silenceAnswer = z
  .object({ memberId: z.uuid(), name: z.string(), until: z.iso.datetime() })
  .meta({ id: "Silence" });

/** What the API answers for one message. */
export const messageAnswer = z
  .object({
    id: z.uuid(),
    groupId: z.uuid(),
    authorId: z.uuid().nullable(),
    authorName: z.string().nullable(),
    formerMember: z.int().nullable().meta({ description: "The number of a former member in this room" }),
    byTeam: z.boolean().meta({ description: "Written by staff who were not in the room" }),
    body: z.string(),
    kind: z.enum(["text", "media", "deleted", "system"]),
    mediaName: z.string().nullable().meta({ description: "Of a chat that was brought in without its media" }),
    media: z.array(attachedMediaSchema),
    link: z
      .object({ url: z.string(), title: z.string(), description: z.string() })
      .nullable()
      .meta({ description: "What the page says that it links to first, once that is known" }),
    replyTo: z.uuid().nullable(),
    quote: quoteAnswer.nullable().meta({ description: "The beginning of what it answers" }),
    mentions: z.array(z.object({ memberId: z.uuid(), name: z.string() })),
    pinnedAt: z.iso.datetime().nullable(),
    reactions: z.array(z.object({ emoji: z.string(), count: z.int() })),
    ownReaction: z.string().nullable(),
    position: z.int().nullable().meta({ description: "Its place among what was posted here, without a gap" }),
    revision: z.int().meta({ description: "The room's revision with which it last changed" }),
    key: z.uuid().nullable(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
    removedAt: z.iso.datetime().nullable(),
    removedBy: z.uuid().nullable(),
  })
  .meta({ id: "Message" });

export const reportAnswer = z
  .object({
    message: messageAnswer,
    count: z.int(),
    reasons: z.array(z.string()),
    firstAt: z.iso.datetime(),
  })
  .meta({ id: "MessageReport" });

/** A page of a room: `newer` goes on from a cursor towards its end, oldest first. */
export const roomPageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().optional(),
  direction: z.enum(["older", "newer"]).default("older"),
});

/** What a reader has already: `after` is the revision of the last answer, 0 for everything. */
export const changesQuery = z.object({
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(200),
});

/** What the API answers for the changes of a room. */
export const changesAnswer = z
  .object({
    messages: z.array(messageAnswer),
    reacted: z.array(z.object({ messageId: z.uuid(), memberId: z.uuid(), emoji: z.string().nullable() })),
    revision: z.int().meta({ description: "Ask on from here" }),
    hasMore: z.boolean(),
  })
  .meta({ id: "RoomChanges" });
