import "server-only";
import { z } from "zod";
import { seesFeedback } from "@/lib/feedback/queries/find-subject";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { notFound } from "@/lib/shared/refusal";
import { draftForAskers } from "./commands/draft-for-askers";
import { announcementSchema } from "./response-schema";

export const draftForAskersRoute = defineRoute({
  method: "POST",
  path: "/feedback/{id}/announcement",
  scope: "announcements:write",
  summary: "“You asked, we did”: a draft to exactly those who asked for an item that is done",
  params: z.object({ id: z.uuid() }),
  response: announcementSchema,
  status: 201,
  exists: async (ctx, { id }) => {
    if (!(await seesFeedback(ctx, id))) throw notFound();
  },
  run: (ctx, { params: { id } }) => draftForAskers(ctx, id),
});
