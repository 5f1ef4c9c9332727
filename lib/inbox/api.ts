import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { answerConversation, startConversation } from "./commands/answer";
import { changeConversation, changeMany } from "./commands/change-conversations";
import { makeFeedback } from "./commands/make-feedback";
import { revealNumber } from "./commands/reveal-number";
import { sendReplyAgain } from "./commands/send-reply";
import { findConversation } from "./queries/find-conversation";
import { getConversation } from "./queries/get-conversation";
import { listConversations } from "./queries/list-conversations";
import { findEntry, listEntries } from "./queries/list-entries";
import { CONVERSATION_STATUSES, INBOX_CHANNELS, INBOX_VIEWS } from "./rules";
import { changeFields, entryFields, feedbackFields, manyFields, startFields } from "./schema";
import type { ConversationRow } from "./types";

const instant = z.iso.datetime();
const conversationFields = {
  id: z.uuid(),
  memberId: z.uuid(),
  memberName: z.string().nullable(),
  channel: z.enum(INBOX_CHANNELS),
  status: z.enum(CONVERSATION_STATUSES),
  snoozedUntil: instant.nullable(),
  assigneeId: z.uuid().nullable().meta({ description: "The staff user who looks after it" }),
  labels: z.array(z.object({ id: z.uuid(), name: z.string() })),
  movedAt: instant.meta({ description: "When a message, or waking, last moved it up" }),
  lastPosition: z.int(),
  waitingSince: instant.nullable(),
  replyDueAt: instant.nullable().meta({ description: "Until when a first answer is due, by business hours" }),
  task: z.string().nullable(),
  taskDueAt: instant.nullable(),
  createdAt: instant,
  lastKind: z.enum(["in", "out"]).nullable(),
  lastWords: z.string(),
};
const listedSchema = z.object(conversationFields).meta({ id: "ListedConversation" });
const conversationSchema = z
  .object({
    ...conversationFields,
    windowEndsAt: instant
      .nullable()
      .meta({ description: "Until when WhatsApp takes free words; null: it does not" }),
  })
  .meta({ id: "Conversation" });
const entrySchema = z
  .object({
    id: z.uuid(),
    conversationId: z.uuid(),
    position: z.int(),
    kind: z.enum(["in", "out", "note", "event"]),
    authorId: z.uuid().nullable(),
    body: z.string(),
    event: z.string().nullable(),
    refId: z
      .uuid()
      .nullable()
      .meta({ description: "The occurrence answered, the feedback made, who got it" }),
    state: z.enum(["queued", "sending", "sent", "delivered", "read", "failed", "unknown"]),
    reason: z.string().nullable(),
    createdAt: instant,
  })
  .meta({ id: "ConversationEntry" });

const params = z.object({ id: z.uuid() });
const exists = async (ctx: TenantContext, { id }: { id: string }) => {
  await findConversation(ctx, id);
};
const nextCursor = z.string().nullable();

/** Without what pages alone show beside it. */
function bare<Row extends ConversationRow>({ photoFileId: _photo, assigneeName: _name, ...row }: Row) {
  return row;
}
const told = async (ctx: TenantContext, id: string) => bare(await getConversation(ctx, id));

export const listConversationsRoute = defineRoute({
  method: "GET",
  path: "/conversations",
  scope: "conversations:read",
  summary: "The inbox, or one of its views; the latest first, overdue and tasks the earliest",
  query: pageQuery.extend({
    view: z.enum(INBOX_VIEWS).optional(),
    labelId: z.uuid().optional(),
    channel: z.enum(INBOX_CHANNELS).optional(),
    memberId: z.uuid().optional(),
  }),
  response: z.object({ data: z.array(listedSchema), nextCursor }),
  run: async (ctx, { query: { limit, cursor, ...filter } }) => {
    const page = await listConversations(ctx, filter, { limit, cursor });
    return { ...page, data: page.data.map(bare) };
  },
});

export const startConversationRoute = defineRoute({
  method: "POST",
  path: "/conversations",
  scope: "conversations:write",
  summary: "Write to a member first, in the portal",
  body: startFields,
  response: conversationSchema,
  status: 201,
  run: async (ctx, { body }) => told(ctx, (await startConversation(ctx, body)).conversationId),
});

export const changeManyRoute = defineRoute({
  method: "POST",
  path: "/conversations/bulk",
  scope: "conversations:write",
  summary: "Close, open, assign or label many at once; what is out of reach stays as it is",
  body: manyFields,
  response: z.object({ changed: z.int() }),
  run: (ctx, { body }) => changeMany(ctx, body),
});

export const getConversationRoute = defineRoute({
  method: "GET",
  path: "/conversations/{id}",
  scope: "conversations:read",
  summary: "One conversation",
  params,
  response: conversationSchema,
  run: (ctx, { params: { id } }) => told(ctx, id),
});

export const changeConversationRoute = defineRoute({
  method: "PATCH",
  path: "/conversations/{id}",
  scope: "conversations:write",
  summary: "Its state, who looks after it, its labels, what is still to be done",
  params,
  body: changeFields,
  response: conversationSchema,
  exists,
  run: async (ctx, { params: { id }, body }) => {
    await changeConversation(ctx, { conversationId: id, ...body });
    return told(ctx, id);
  },
});

export const listEntriesRoute = defineRoute({
  method: "GET",
  path: "/conversations/{id}/messages",
  scope: "conversations:read",
  summary: "What was said, noted and done, newest first",
  params,
  query: pageQuery,
  response: z.object({ data: z.array(entrySchema), nextCursor }),
  exists,
  run: (ctx, { params: { id }, query }) => listEntries(ctx, id, query),
});

export const answerConversationRoute = defineRoute({
  method: "POST",
  path: "/conversations/{id}/messages",
  scope: "conversations:write",
  summary: "Answer by the way they wrote, or leave a note among staff",
  params,
  body: entryFields,
  response: entrySchema,
  status: 201,
  exists,
  run: async (ctx, { params: { id }, body }) =>
    findEntry(ctx, (await answerConversation(ctx, { conversationId: id, ...body })).id),
});

export const sendAgainRoute = defineRoute({
  method: "POST",
  path: "/conversations/{id}/messages/{messageId}/send-again",
  scope: "conversations:write",
  summary: "Send an answer again that failed for sure",
  params: z.object({ id: z.uuid(), messageId: z.uuid() }),
  response: entrySchema,
  exists,
  run: async (ctx, { params: { id, messageId } }) => {
    await sendReplyAgain(ctx, { conversationId: id, messageId });
    return findEntry(ctx, messageId);
  },
});

export const makeFeedbackRoute = defineRoute({
  method: "POST",
  path: "/conversations/{id}/feedback",
  scope: "conversations:write",
  summary: "Make an item of feedback of it, in the name of who wrote",
  params,
  body: feedbackFields,
  response: z.object({ feedbackId: z.uuid() }),
  status: 201,
  exists,
  run: (ctx, { params: { id }, body }) => makeFeedback(ctx, { conversationId: id, ...body }),
});

export const revealNumberRoute = defineRoute({
  method: "POST",
  path: "/conversations/{id}/phone",
  scope: "conversations:write",
  summary: "The whole numbers of who wrote; audited",
  params,
  response: z.object({ phones: z.array(z.string()) }),
  exists,
  run: (ctx, { params: { id } }) => revealNumber(ctx, { conversationId: id }),
});
