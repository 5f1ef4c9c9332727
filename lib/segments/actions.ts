"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { findSlug } from "@/lib/tenants/queries/find-slug";
import { archiveSegment, createSegment, updateSegment } from "./commands/save-segment";
import { segmentForm } from "./form-schema";

export const saveSegmentAction = defineStaffAction({
  schema: segmentForm,
  run: async (ctx, { id, ...input }) => {
    await (id ? updateSegment(ctx, id, input) : createSegment(ctx, input));
    redirect(`/t/${await findSlug(ctx)}/members/segments`);
  },
});

export const archiveSegmentAction = defineStaffAction({
  schema: z.object({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    await archiveSegment(ctx, id);
    redirect(`/t/${await findSlug(ctx)}/members/segments`);
  },
});
