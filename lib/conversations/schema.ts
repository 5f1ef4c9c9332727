import { z } from "zod";
import { cleanText } from "@/lib/shared/text";
import { MAX_BODY_LENGTH } from "./rules";

const body = z.string().max(MAX_BODY_LENGTH).transform(cleanText).pipe(z.string().min(1));
const id = z.uuid({ error: "unknown_id" });

export const postMessageFields = z.strictObject({
  body,
  replyTo: id.optional(),
  authorId: id.optional(),
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
    body: z.string(),
    kind: z.enum(["text", "media", "deleted", "system"]),
    mediaName: z.string().nullable(),
    replyTo: z.uuid().nullable(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
    removedAt: z.iso.datetime().nullable(),
    removedBy: z.uuid().nullable(),
  })
  .meta({ id: "Message" });
