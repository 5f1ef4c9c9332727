import "server-only";
import { z } from "zod";
import { shownCountSchema } from "@/lib/communities/response-schema";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { getScores } from "./queries/get-scores";
import { SCALES } from "./schema";

const measureSchema = z.object({
  scale: z.enum(SCALES),
  answers: shownCountSchema,
  value: z.int().nullable().meta({ description: "NPS −100 to 100, CSAT 0 to 100; null below five answers" }),
  scores: z.array(z.object({ score: z.int(), count: z.int() })).nullable(),
  months: z.array(z.object({ month: z.string(), answers: shownCountSchema, value: z.int().nullable() })),
});

export const getScoresRoute = defineRoute({
  method: "GET",
  path: "/feedback-scores",
  scope: "feedback:read",
  summary: "NPS and CSAT of the last 180 days; of each person the last answer alone",
  query: z.object({ communityId: z.uuid().optional() }),
  response: z.object({ nps: measureSchema, csat: measureSchema }),
  run: (ctx, { query }) => getScores(ctx, query),
});
