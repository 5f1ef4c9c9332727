import "server-only";
import { z } from "zod";
import { findSubject } from "@/lib/feedback/queries/find-subject";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { createForm, requireForm, revokeForm } from "./commands/create-form";
import { forgetContact } from "./commands/forget-contact";
import { listForms } from "./queries/list-forms";
import { createFormInput } from "./schema";

const instant = z.iso.datetime();
const params = z.object({ id: z.uuid() });

const formSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    communityId: z.uuid().nullable(),
    communityName: z.string().nullable(),
    url: z.string().nullable().meta({ description: "None once it is revoked" }),
    received: z.int(),
    createdAt: instant,
    revokedAt: instant.nullable(),
  })
  .meta({ id: "FeedbackForm" });

export const listFormsRoute = defineRoute({
  method: "GET",
  path: "/feedback-forms",
  scope: "feedback:read",
  summary: "Public forms and their addresses, newest first; at most 200",
  response: z.object({ data: z.array(formSchema) }),
  run: async (ctx) => ({ data: await listForms(ctx) }),
});

export const createFormRoute = defineRoute({
  method: "POST",
  path: "/feedback-forms",
  scope: "feedback:write",
  summary: "Open a public form of the organization, or of a community",
  body: createFormInput,
  response: z.object({ id: z.uuid() }),
  status: 201,
  run: (ctx, { body }) => createForm(ctx, body),
});

export const revokeFormRoute = defineRoute({
  method: "POST",
  path: "/feedback-forms/{id}/revoke",
  scope: "feedback:write",
  summary: "Take its address back for good",
  params,
  response: z.object({ id: z.uuid() }),
  whenReadOnly: "allowed",
  exists: (ctx, { id }) => requireForm(ctx, id),
  run: async (ctx, { params: { id } }) => {
    await revokeForm(ctx, id);
    return { id };
  },
});

export const forgetContactRoute = defineRoute({
  method: "DELETE",
  path: "/feedback/{id}/contact",
  scope: "feedback:write",
  summary: "Forget the name and address that somebody without an account left",
  params,
  response: z.object({ id: z.uuid() }),
  whenReadOnly: "allowed",
  exists: async (ctx, { id }) => {
    await findSubject(ctx, id);
  },
  run: async (ctx, { params: { id } }) => {
    await forgetContact(ctx, id);
    return { id };
  },
});
