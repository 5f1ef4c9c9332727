import "server-only";
import { z } from "zod";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { getMe } from "./queries/get-me";

export const meSchema = z
  .object({
    tenant: z.object({
      id: z.uuid(),
      slug: z.string(),
      name: z.string(),
      country: z.string(),
      locale: z.string(),
      timezone: z.string(),
      currency: z.string(),
      plan: z.string(),
    }),
    scopes: z.array(z.string()),
    limits: z.record(z.string(), z.int()),
    meters: z.record(z.string(), z.object({ used: z.int(), limit: z.int().nullable() })),
  })
  .meta({ id: "Me" });

export const getMeRoute = defineRoute({
  method: "GET",
  path: "/me",
  scope: null,
  summary: "The tenant, the scopes of the key, the limits in force and the plan's meters",
  response: meSchema,
  run: (ctx) => getMe(ctx),
});
