import "server-only";
import { z } from "zod";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { listTags } from "./queries/list-tags";

const tagSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    memberCount: z.union([z.int(), z.literal("<5")]),
  })
  .meta({ id: "Tag", description: "A tag, and how many of the people whom the asking person sees have it" });

export const listTagsRoute = defineRoute({
  method: "GET",
  path: "/tags",
  scope: "members:read",
  summary: "The tags of the tenant by name, with the number of people who have each",
  response: z.object({ data: z.array(tagSchema), nextCursor: z.null() }),
  run: async (ctx) => ({ data: await listTags(ctx), nextCursor: null }),
});
