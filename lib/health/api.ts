import "server-only";
import { z } from "zod";
import { findStanding } from "@/lib/communities/queries/find-standing";
import type { TenantContext } from "@/lib/platform/context";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { isId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { getHealth } from "./queries/get-health";
import { listHealthRows } from "./queries/list-health-rows";
import { daysQuery, healthAnswer, healthRowAnswer } from "./response-schema";
import { ROWS } from "./rules";

const params = z.object({ id: z.uuid() });
const days = daysQuery.default(28);
const exists = async (ctx: TenantContext, { id }: { id: string }) => {
  if (!isId(id)) throw notFound();
  await findStanding(ctx, id);
};

export const getHealthRoute = defineRoute({
  method: "GET",
  path: "/communities/{id}/health",
  scope: "communities:read",
  summary: "How a community is doing, over the last 7, 28 or 90 days",
  params,
  query: z.object({ days }),
  response: healthAnswer,
  exists,
  run: (ctx, { params: { id }, query }) => getHealth(ctx, { communityId: id, ...query }),
});

export const listHealthRowsRoute = defineRoute({
  method: "GET",
  path: "/communities/{id}/health/rows",
  scope: "conversations:read",
  summary: "The people and messages behind a number of it, the latest first",
  params,
  query: pageQuery.extend({ kind: z.enum(ROWS), days }),
  response: z.object({ data: z.array(healthRowAnswer), nextCursor: z.string().nullable() }),
  exists,
  run: (ctx, { params: { id }, query }) => listHealthRows(ctx, { communityId: id, ...query }),
});
