import "server-only";
import { z } from "zod";
import { communityExists, communityParams } from "@/lib/communities/api";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { REACH_CHANNELS } from "./coverage-rules";
import { getCoverage, listMissing } from "./queries/get-coverage";

const count = z.int().min(0);
const channel = z.enum(REACH_CHANNELS);

export const getCoverageRoute = defineRoute({
  method: "GET",
  path: "/communities/{id}/reach",
  scope: "announcements:read",
  summary:
    "Whom announcements of a community can reach by each channel, and the fewest channels that reach everybody",
  params: communityParams,
  response: z
    .object({
      people: count,
      optedOut: count.meta({ description: "Refused every channel; not among `people`" }),
      channels: z.array(z.object({ channel, reached: count, missing: count })),
      plan: z.array(z.object({ channel, people: count })).meta({ description: "Nobody is in it twice" }),
      unreached: count,
    })
    .meta({ id: "Coverage" }),
  exists: communityExists,
  run: (ctx, { params: { id } }) => getCoverage(ctx, id),
});

export const listMissingRoute = defineRoute({
  method: "GET",
  path: "/communities/{id}/reach/missing",
  scope: "announcements:read",
  summary: "Whom a channel does not reach; without `channel`, whom none reaches",
  params: communityParams,
  query: pageQuery.extend({ channel: channel.or(z.literal("any")).default("any") }),
  response: z.object({
    data: z.array(z.object({ memberId: z.uuid(), name: z.string() })),
    nextCursor: z.string().nullable(),
  }),
  exists: communityExists,
  run: (ctx, { params: { id }, query }) => listMissing(ctx, id, query),
});
