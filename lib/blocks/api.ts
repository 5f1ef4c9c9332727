import "server-only";
import { z } from "zod";
import { shownCountSchema } from "@/lib/communities/response-schema";
import type { TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { BLOCK_KINDS } from "./block-rules";
import { answerBlock, withdrawAnswer } from "./commands/answer-block";
import { closeBlock } from "./commands/close-block";
import { drawWinners } from "./commands/draw-winners";
import { drawPath } from "./draw-token";
import { findBlock } from "./queries/find-block";
import { getBlock } from "./queries/get-results";
import { listAnswers } from "./queries/list-answers";
import { answerInput, blockContent } from "./schema";

const instant = z.iso.datetime();

export const blockSchema = z
  .object({
    id: z.uuid(),
    announcementId: z.uuid(),
    kind: z.enum(BLOCK_KINDS),
    content: blockContent,
    openedAt: instant,
    closesAt: instant.nullable(),
    closedAt: instant.nullable(),
    startsAt: instant.nullable(),
    endsAt: instant.nullable(),
    drawnAt: instant.nullable(),
    isOpen: z.boolean(),
    people: shownCountSchema
      .nullable()
      .meta({ description: "Null, with no counts, to members who have not answered what is still open" }),
    counts: z
      .array(z.object({ choice: z.string(), count: shownCountSchema }))
      .meta({ description: "Of a poll, `choice` is the place of the option, from 0" }),
    score: z.number().nullable().meta({ description: "The average" }),
    drawUrl: z.string().nullable().meta({ description: "Where anybody checks the draw of a giveaway" }),
  })
  .meta({ id: "Block" });

export const blockAnswerSchema = z
  .object({
    memberId: z.uuid(),
    name: z.string(),
    choices: z.array(z.string()),
    score: z.int().nullable(),
    ticket: z.string().nullable(),
    wonPlace: z.int().nullable(),
    answeredAt: instant,
  })
  .meta({ id: "BlockAnswer" });

const params = z.object({ id: z.uuid() });
const exists = async (ctx: TenantContext, { id }: { id: string }) => {
  await findBlock(ctx, id);
};

async function answerOf(ctx: TenantContext, id: string) {
  const block = await getBlock(ctx, id);
  const isGiveaway = block.kind === "giveaway";
  return { ...block, drawUrl: isGiveaway ? `${publicUrl()}${drawPath(ctx.tenantId, id)}` : null };
}

export const getBlockRoute = defineRoute({
  method: "GET",
  path: "/blocks/{id}",
  scope: "announcements:read",
  summary: "The interactive block of a sending, with what was answered so far",
  params,
  response: blockSchema,
  run: (ctx, { params: { id } }) => answerOf(ctx, id),
});

export const listAnswersRoute = defineRoute({
  method: "GET",
  path: "/blocks/{id}/answers",
  scope: "announcements:read",
  summary: "Who answered what: people of whom the reader may know",
  params,
  query: pageQuery.extend({
    choice: z.string().max(10).optional(),
    won: z.enum(["only"]).optional(),
  }),
  response: z.object({ data: z.array(blockAnswerSchema), nextCursor: z.string().nullable() }),
  exists,
  run: (ctx, { params: { id }, query: { won, ...query } }) =>
    listAnswers(ctx, { blockId: id, hasWon: won === "only", ...query }),
});

export const answerBlockRoute = defineRoute({
  method: "POST",
  path: "/blocks/{id}/answers",
  scope: "announcements:write",
  summary: "Answer as the key's own member, or change the answer",
  params,
  body: answerInput,
  response: blockSchema,
  status: 201,
  exists,
  run: async (ctx, { params: { id }, body }) => {
    await answerBlock(ctx, id, body);
    return await answerOf(ctx, id);
  },
});

export const withdrawAnswerRoute = defineRoute({
  method: "DELETE",
  path: "/blocks/{id}/answers",
  scope: "announcements:write",
  summary: "Take one's own answer back",
  params,
  response: blockSchema,
  exists,
  run: async (ctx, { params: { id } }) => {
    await withdrawAnswer(ctx, id);
    return await answerOf(ctx, id);
  },
});

export const closeBlockRoute = defineRoute({
  method: "POST",
  path: "/blocks/{id}/close",
  scope: "announcements:write",
  summary: "End the answers now",
  params,
  response: blockSchema,
  exists,
  run: async (ctx, { params: { id } }) => {
    await closeBlock(ctx, id);
    return await answerOf(ctx, id);
  },
});

export const drawRoute = defineRoute({
  method: "POST",
  path: "/blocks/{id}/draw",
  scope: "announcements:write",
  summary: "Draw the winners of a giveaway whose entries have ended, and publish the secret",
  params,
  response: blockSchema,
  exists,
  run: async (ctx, { params: { id } }) => {
    await drawWinners(ctx, id);
    return await answerOf(ctx, id);
  },
});
