import "server-only";
import { z } from "zod";
import { defineRoute } from "@/lib/platform/http/route-spec";
import {
  addLabel,
  addSavedReply,
  editSavedReply,
  removeLabel,
  removeSavedReply,
} from "./commands/keep-words";
import { findSavedReply, listLabels, listSavedReplies } from "./queries/list-kept-words";
import { labelFields, savedReplyFields } from "./schema";

const labelSchema = z.object({ id: z.uuid(), name: z.string() }).meta({ id: "ConversationLabel" });
const savedReplySchema = z
  .object({ id: z.uuid(), shortcut: z.string(), body: z.string() })
  .meta({ id: "SavedReply" });
const params = z.object({ id: z.uuid() });

export const listLabelsRoute = defineRoute({
  method: "GET",
  path: "/conversation-labels",
  scope: "conversations:read",
  summary: "The labels of the inbox, by name",
  response: z.object({ data: z.array(labelSchema) }),
  run: async (ctx) => ({ data: await listLabels(ctx) }),
});

export const addLabelRoute = defineRoute({
  method: "POST",
  path: "/conversation-labels",
  scope: "conversations:write",
  summary: "Add a label",
  body: labelFields,
  response: labelSchema,
  status: 201,
  run: async (ctx, { body }) => ({ ...(await addLabel(ctx, body)), ...body }),
});

export const removeLabelRoute = defineRoute({
  method: "DELETE",
  path: "/conversation-labels/{id}",
  scope: "conversations:write",
  summary: "Take a label away, from all conversations too",
  params,
  response: null,
  run: (ctx, { params: { id } }) => removeLabel(ctx, id),
});

export const listSavedRepliesRoute = defineRoute({
  method: "GET",
  path: "/saved-replies",
  scope: "conversations:read",
  summary: "The answers that are given often, by their shortcuts",
  response: z.object({ data: z.array(savedReplySchema) }),
  run: async (ctx) => ({ data: await listSavedReplies(ctx) }),
});

export const addSavedReplyRoute = defineRoute({
  method: "POST",
  path: "/saved-replies",
  scope: "conversations:write",
  summary: "Keep an answer that is given often",
  body: savedReplyFields,
  response: savedReplySchema,
  status: 201,
  run: async (ctx, { body }) => ({ ...(await addSavedReply(ctx, body)), ...body }),
});

export const editSavedReplyRoute = defineRoute({
  method: "PATCH",
  path: "/saved-replies/{id}",
  scope: "conversations:write",
  summary: "Change a saved answer",
  params,
  body: savedReplyFields.partial(),
  response: savedReplySchema,
  exists: async (ctx, { id }) => {
    await findSavedReply(ctx, id);
  },
  run: async (ctx, { params: { id }, body }) => {
    await editSavedReply(ctx, { id, ...body });
    return findSavedReply(ctx, id);
  },
});

export const removeSavedReplyRoute = defineRoute({
  method: "DELETE",
  path: "/saved-replies/{id}",
  scope: "conversations:write",
  summary: "Take a saved answer away",
  params,
  response: null,
  run: (ctx, { params: { id } }) => removeSavedReply(ctx, id),
});
