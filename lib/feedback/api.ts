import "server-only";
import { z } from "zod";
import { shownCountSchema } from "@/lib/communities/response-schema";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { commentFeedback } from "./commands/comment-feedback";
import { mergeFeedback } from "./commands/merge-feedback";
import { sendFeedback } from "./commands/send-feedback";
import { updateFeedback } from "./commands/update-feedback";
import { unvoteFeedback, voteForFeedback } from "./commands/vote-feedback";
import { findSubject } from "./queries/find-subject";
import { getFeedback } from "./queries/get-feedback";
import { listComments } from "./queries/list-comments";
import { listFeedback } from "./queries/list-feedback";
import { FEEDBACK_SOURCES, FEEDBACK_STATUSES } from "./rules";
import { commentInput, kindField, SCALES, sendFeedbackInput, updateFeedbackFields } from "./schema";

const instant = z.iso.datetime();
const anyStatus = z.enum(FEEDBACK_STATUSES);

export const feedbackSchema = z
  .object({
    id: z.uuid(),
    memberId: z.uuid().nullable(),
    communityId: z.uuid().nullable(),
    kind: kindField,
    title: z.string(),
    body: z.string(),
    score: z.int().nullable(),
    scale: z.enum(SCALES).nullable().meta({ description: "nps: 0–10, would recommend; csat: 1–5" }),
    source: z.enum(FEEDBACK_SOURCES),
    isShared: z.boolean().meta({ description: "Members of the community see it, without its author" }),
    status: anyStatus,
    statusReason: z.string().nullable(),
    mergedInto: z.uuid().nullable(),
    ownerId: z.uuid().nullable(),
    dueAt: instant.nullable(),
    votes: shownCountSchema,
    tags: z.array(z.string()),
    contact: z
      .object({ name: z.string().nullable(), hasEmail: z.boolean() })
      .nullable()
      .meta({ description: "What somebody without an account left by a public form" }),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: "Feedback" });

export const feedbackCommentSchema = z
  .object({
    id: z.uuid(),
    feedbackId: z.uuid(),
    authorKind: z.enum(["member", "staff", "system"]),
    authorId: z.uuid().nullable(),
    body: z.string(),
    internal: z.boolean(),
    fromStatus: anyStatus.nullable(),
    toStatus: anyStatus.nullable(),
    createdAt: instant,
  })
  .meta({ id: "FeedbackComment" });

const params = z.object({ id: z.uuid() });
const votesSchema = z.object({ votes: z.int() });
const voterFields = z.strictObject({ memberId: z.uuid().optional() });
const nextCursor = z.string().nullable();
const exists = async (ctx: Parameters<typeof findSubject>[0], { id }: { id: string }) => {
  await findSubject(ctx, id);
};

export const listFeedbackRoute = defineRoute({
  method: "GET",
  path: "/feedback",
  scope: "feedback:read",
  summary: "Feedback, newest first",
  query: pageQuery.extend({
    status: anyStatus.optional(),
    kind: kindField.optional(),
    communityId: z.uuid().optional(),
    memberId: z.uuid().optional(),
    ownerId: z.uuid().optional(),
    tag: z.string().max(440).optional(),
    overdue: z.enum(["only", "without"]).optional(),
  }),
  response: z.object({ data: z.array(feedbackSchema), nextCursor }),
  run: (ctx, { query: { limit, cursor, ...filter } }) => listFeedback(ctx, filter, { limit, cursor }),
});

export const sendFeedbackRoute = defineRoute({
  method: "POST",
  path: "/feedback",
  scope: "feedback:write",
  summary: "Write down what a member says",
  body: sendFeedbackInput,
  response: feedbackSchema,
  status: 201,
  run: async (ctx, { body }) => getFeedback(ctx, (await sendFeedback(ctx, body, "api")).id),
});

export const getFeedbackRoute = defineRoute({
  method: "GET",
  path: "/feedback/{id}",
  scope: "feedback:read",
  summary: "One item of feedback",
  params,
  response: feedbackSchema,
  run: (ctx, { params: { id } }) => getFeedback(ctx, id),
});

export const updateFeedbackRoute = defineRoute({
  method: "PATCH",
  path: "/feedback/{id}",
  scope: "feedback:write",
  summary: "Status, owner, due date, tags; declining needs a reason",
  params,
  body: updateFeedbackFields,
  response: feedbackSchema,
  exists,
  run: async (ctx, { params: { id }, body }) => {
    await updateFeedback(ctx, { feedbackId: id, ...body });
    return getFeedback(ctx, id);
  },
});

export const voteRoute = defineRoute({
  method: "POST",
  path: "/feedback/{id}/votes",
  scope: "feedback:write",
  summary: "Vote, for oneself or for a member; again changes nothing",
  params,
  body: voterFields.optional(),
  response: votesSchema,
  status: 201,
  exists,
  run: async (ctx, { params: { id }, body }) => ({
    votes: await voteForFeedback(ctx, { feedbackId: id, memberId: body?.memberId }),
  }),
});

export const unvoteRoute = defineRoute({
  method: "DELETE",
  path: "/feedback/{id}/votes",
  scope: "feedback:write",
  summary: "Take a vote back",
  params,
  query: z.object({ memberId: z.uuid().optional() }),
  response: votesSchema,
  exists,
  run: async (ctx, { params: { id }, query }) => ({
    votes: await unvoteFeedback(ctx, { feedbackId: id, memberId: query.memberId }),
  }),
});

export const mergeFeedbackRoute = defineRoute({
  method: "POST",
  path: "/feedback/{id}/merge",
  scope: "feedback:write",
  summary: "Merge an item into another; the votes are united",
  params,
  body: z.strictObject({ into: z.uuid() }),
  response: feedbackSchema,
  exists,
  run: async (ctx, { params: { id }, body }) => {
    await mergeFeedback(ctx, { feedbackId: id, into: body.into });
    return getFeedback(ctx, id);
  },
});

export const listCommentsRoute = defineRoute({
  method: "GET",
  path: "/feedback/{id}/comments",
  scope: "feedback:read",
  summary: "The story of an item, oldest first",
  params,
  query: pageQuery,
  response: z.object({ data: z.array(feedbackCommentSchema), nextCursor }),
  exists,
  run: (ctx, { params: { id }, query }) => listComments(ctx, id, query),
});

export const commentRoute = defineRoute({
  method: "POST",
  path: "/feedback/{id}/comments",
  scope: "feedback:write",
  summary: "Answer the author, or leave a note among staff",
  params,
  body: commentInput,
  response: feedbackCommentSchema,
  status: 201,
  exists,
  run: (ctx, { params: { id }, body }) => commentFeedback(ctx, { feedbackId: id, ...body }),
});
