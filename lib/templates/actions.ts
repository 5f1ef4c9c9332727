"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { findSlug } from "@/lib/tenants/queries/find-slug";
import { createTemplate, deleteTemplate, keepAsTemplate, updateTemplate } from "./commands/save-template";
import { templateForm } from "./form-schema";
import { templateName } from "./schema";

export const saveTemplateAction = defineStaffAction({
  schema: templateForm,
  run: async (ctx, { id, ...input }) => {
    await (id ? updateTemplate(ctx, id, input) : createTemplate(ctx, input));
    redirect(`/t/${await findSlug(ctx)}/announcements/templates`);
  },
});

export const keepAsTemplateAction = defineStaffAction({
  schema: z.object({ announcementId: z.uuid(), name: templateName }),
  run: async (ctx, input) => {
    await keepAsTemplate(ctx, input);
    redirect(`/t/${await findSlug(ctx)}/announcements/templates`);
  },
});

export const deleteTemplateAction = defineStaffAction({
  schema: z.object({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    await deleteTemplate(ctx, id);
    redirect(`/t/${await findSlug(ctx)}/announcements/templates`);
  },
});
