import "server-only";
import { z } from "zod";
import { shownCountSchema } from "@/lib/communities/response-schema";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { feedbackSchema } from "./api";
import { answerSolved } from "./commands/answer-solved";
import { undoMerge } from "./commands/undo-merge";
import { findSubject } from "./queries/find-subject";
import { getFeedback } from "./queries/get-feedback";
import { getOutcomes } from "./queries/get-outcomes";
import { listIdeas, listSimilarIdeas } from "./queries/list-ideas";
import { listTwins } from "./queries/list-twins";
import { FEEDBACK_STATUSES } from "./rules";

const params = z.object({ id: z.uuid() });
const exists = async (ctx: Parameters<typeof findSubject>[0], { id }: { id: string }) => {
  await findSubject(ctx, id);
};

const ideaSchema = z
  .object({
    id: z.uuid(),
    communityId: z.uuid(),
    title: z.string(),
    body: z.string(),
    status: z.enum(FEEDBACK_STATUSES),
    votes: shownCountSchema,
    hasVoted: z.boolean().meta({ description: "Whoever asks: of the viewer with `Aldeia-View-As`" }),
    isOwn: z.boolean(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "Idea" });

const outcomesSchema = z.object({ told: z.int(), solved: z.int(), unsolved: z.int() });

export const listIdeasRoute = defineRoute({
  method: "GET",
  path: "/ideas",
  scope: "feedback:read",
  summary: "Suggestions that members share with their community, without their authors, most support first",
  query: pageQuery.extend({
    communityId: z.uuid().optional(),
    like: z
      .string()
      .max(2_200)
      .optional()
      .meta({ description: "At most five open ones that say nearly this" }),
  }),
  response: z.object({ data: z.array(ideaSchema), nextCursor: z.string().nullable() }),
  run: async (ctx, { query: { like, communityId, ...page } }) =>
    like === undefined
      ? listIdeas(ctx, { communityId }, page)
      : { data: await listSimilarIdeas(ctx, { words: like, communityId }), nextCursor: null },
});

export const listTwinsRoute = defineRoute({
  method: "GET",
  path: "/feedback/{id}/twins",
  scope: "feedback:read",
  summary: "What an item could be merged into, the likest first",
  params,
  response: z.object({
    data: z.array(
      z.object({ id: z.uuid(), title: z.string(), status: z.enum(FEEDBACK_STATUSES), votes: z.int() }),
    ),
  }),
  exists,
  run: async (ctx, { params: { id } }) => ({ data: await listTwins(ctx, id) }),
});

export const undoMergeRoute = defineRoute({
  method: "POST",
  path: "/feedback/{id}/undo-merge",
  scope: "feedback:write",
  summary: "Take an item out of the one it was merged into, with its votes",
  params,
  response: feedbackSchema,
  exists,
  run: async (ctx, { params: { id } }) => {
    await undoMerge(ctx, id);
    return getFeedback(ctx, id);
  },
});

export const getOutcomesRoute = defineRoute({
  method: "GET",
  path: "/feedback/{id}/outcomes",
  scope: "feedback:read",
  summary: "How many were told how it ended, and for how many that solved it",
  params,
  response: outcomesSchema,
  exists,
  run: (ctx, { params: { id } }) => getOutcomes(ctx, id),
});

export const answerSolvedRoute = defineRoute({
  method: "POST",
  path: "/feedback/{id}/solved",
  scope: "feedback:write",
  summary: "What a member who was told says of the end; the first no takes it up again",
  params,
  body: z.strictObject({
    memberId: z.uuid(),
    solved: z.boolean(),
    body: z.string().max(4_096).optional().meta({ description: "Read by the team alone" }),
  }),
  response: outcomesSchema.extend({ reopened: z.boolean() }),
  exists,
  run: async (ctx, { params: { id }, body }) => {
    const { reopened } = await answerSolved(ctx, { feedbackId: id, ...body });
    return { ...(await getOutcomes(ctx, id)), reopened };
  },
});
