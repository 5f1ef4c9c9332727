import { z } from "zod";
import { cleanText } from "@/lib/shared/text";
import { MAX_BODY_LENGTH } from "./rules";

const body = z.string().max(MAX_BODY_LENGTH).transform(cleanText).pipe(z.string().min(1));
const id = z.uuid({ error: "unknown_id" });

export const postMessageFields = z.strictObject({
  body,
  replyTo: id.optional(),
  authorId: id.optional(),
  key: z
    .uuid()
    .optional()
    .meta({ description: "Made by the writer; the same one again is the same message" }),
});
export type PostMessageFields = z.output<typeof postMessageFields>;

export const editMessageFields = z.strictObject({ body });

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
    mediaName: z.string().nullable(),
    replyTo: z.uuid().nullable(),
    position: z.int().nullable().meta({ description: "Its place among what was posted here, without a gap" }),
    revision: z.int().meta({ description: "The room's revision with which it last changed" }),
    key: z.uuid().nullable(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
    removedAt: z.iso.datetime().nullable(),
    removedBy: z.uuid().nullable(),
  })
  .meta({ id: "Message" });

/** What a reader has already: `after` is the revision of the last answer, 0 for everything. */
export const changesQuery = z.object({
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(200),
});

/** What the API answers for the changes of a room. */
export const changesAnswer = z
  .object({
    messages: z.array(messageAnswer),
    revision: z.int().meta({ description: "Ask on from here" }),
    hasMore: z.boolean(),
  })
  .meta({ id: "RoomChanges" });
