import "server-only";
import { z } from "zod";
import { ANNOUNCEMENT_KINDS } from "@/lib/announcements/rules";
import { blockContent } from "@/lib/blocks/schema";
import { attachedMediaSchema } from "@/lib/media/schema";
import type { TenantContext } from "@/lib/platform/context";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { createTemplate, deleteTemplate, updateTemplate } from "./commands/save-template";
import { getTemplate, listTemplates } from "./queries/list-templates";
import { createTemplateInput, updateTemplateInput } from "./schema";

const instant = z.iso.datetime();
const templateSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: z.enum(ANNOUNCEMENT_KINDS),
    body: z.string(),
    media: z.array(attachedMediaSchema).nullable(),
    block: blockContent.nullable(),
    createdBy: z.uuid().nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: "AnnouncementTemplate" });

const params = z.object({ id: z.uuid() });
const exists = async (ctx: TenantContext, { id }: { id: string }) => {
  await getTemplate(ctx, id);
};

export const listTemplatesRoute = defineRoute({
  method: "GET",
  path: "/announcement-templates",
  scope: "announcements:read",
  summary: "Texts that are kept to begin announcements with, newest first",
  query: pageQuery,
  response: z.object({ data: z.array(templateSchema), nextCursor: z.string().nullable() }),
  run: (ctx, { query }) => listTemplates(ctx, query),
});

export const createTemplateRoute = defineRoute({
  method: "POST",
  path: "/announcement-templates",
  scope: "announcements:write",
  summary: "Keep a text under a name",
  body: createTemplateInput,
  response: templateSchema,
  status: 201,
  run: (ctx, { body }) => createTemplate(ctx, body),
});

export const getTemplateRoute = defineRoute({
  method: "GET",
  path: "/announcement-templates/{id}",
  scope: "announcements:read",
  summary: "One template",
  params,
  response: templateSchema,
  run: (ctx, { params: { id } }) => getTemplate(ctx, id),
});

export const updateTemplateRoute = defineRoute({
  method: "PATCH",
  path: "/announcement-templates/{id}",
  scope: "announcements:write",
  summary: "Change it; what was written with it stays",
  params,
  body: updateTemplateInput,
  response: templateSchema,
  exists,
  run: (ctx, { params: { id }, body }) => updateTemplate(ctx, id, body),
});

export const deleteTemplateRoute = defineRoute({
  method: "DELETE",
  path: "/announcement-templates/{id}",
  scope: "announcements:write",
  summary: "Delete it for good; what was written with it stays",
  params,
  response: null,
  status: 204,
  exists,
  run: (ctx, { params: { id } }) => deleteTemplate(ctx, id),
});
