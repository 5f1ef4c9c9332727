import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { deleteField } from "./commands/delete-field";
import { createField, updateField } from "./commands/save-field";
import { getField, listFields } from "./queries/list-fields";
import { createFieldInput, updateFieldInput } from "./schema";
import { FIELD_KINDS } from "./types";

const fieldSchema = z
  .object({
    id: z.uuid(),
    key: z.string().meta({ description: "Names the field in `fields` of a member; never changes" }),
    name: z.string(),
    kind: z.enum(FIELD_KINDS),
    options: z.array(z.string()),
  })
  .meta({ id: "Field", description: "A field that the tenant keeps of its people" });

const params = z.object({ id: z.uuid() });
const exists = async (ctx: TenantContext, { id }: { id: string }) => void (await getField(ctx, id));

export const listFieldsRoute = defineRoute({
  method: "GET",
  path: "/fields",
  scope: "members:read",
  summary: "The fields that the tenant keeps of its people, in their order",
  response: z.object({ data: z.array(fieldSchema), nextCursor: z.null() }),
  run: async (ctx) => ({ data: await listFields(ctx), nextCursor: null }),
});

export const createFieldRoute = defineRoute({
  method: "POST",
  path: "/fields",
  scope: "members:write",
  summary: "Define a field; values that people have under its key already are its values",
  body: createFieldInput,
  response: fieldSchema,
  status: 201,
  run: async (ctx, { body }) => getField(ctx, (await createField(ctx, body)).id),
});

export const updateFieldRoute = defineRoute({
  method: "PATCH",
  path: "/fields/{id}",
  scope: "members:write",
  summary: "Change the name, the options or the place of a field",
  params,
  body: updateFieldInput,
  response: fieldSchema,
  exists,
  run: async (ctx, { params: { id }, body }) => {
    await updateField(ctx, id, body);
    return getField(ctx, id);
  },
});

export const deleteFieldRoute = defineRoute({
  method: "DELETE",
  path: "/fields/{id}",
  scope: "members:write",
  summary: "Delete a field; with `values=true` what people have in it goes too",
  params,
  query: z.object({ values: z.enum(["true", "false"]).optional() }),
  response: null,
  exists,
  run: (ctx, { params: { id }, query }) => deleteField(ctx, { id, withValues: query.values === "true" }),
});
