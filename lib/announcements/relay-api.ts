import "server-only";
import { z } from "zod";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { answerOfCoverage, coverageSchema } from "@/lib/relay/response-schema";
import { getRelay } from "./queries/get-relay";

export const getRelayRoute = defineRoute({
  method: "GET",
  path: "/announcements/{id}/relay",
  scope: "announcements:read",
  summary: "How far the posting by hand of its latest sending has come; null when nothing is posted by hand",
  params: z.object({ id: z.uuid() }),
  response: z.object({ relay: coverageSchema.nullable() }),
  run: async (ctx, { params: { id } }) => {
    const coverage = await getRelay(ctx, id);
    return { relay: coverage && answerOfCoverage(coverage) };
  },
});
