"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { reviewImport } from "./commands/review-import";
import { startImport } from "./commands/start-import";
import { undoImport } from "./commands/undo-import";
import { findImportHref } from "./queries/find-import-href";
import { reviewForm, uploadForm } from "./schema";

/** Takes a file and looks it through, before anything is written. */
export const uploadImport = defineStaffAction({
  schema: uploadForm,
  run: async (ctx, { file, groupId: place }) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { id } = await startImport(ctx, {
      bytes,
      fileName: file.name,
      communityId: place.communityId ?? undefined,
      groupId: place.groupId ?? undefined,
      dryRun: true,
    });
    redirect(await findImportHref(ctx, id));
  },
});

/** Looks the file through again with other answers, or starts it. */
export const answerImport = defineStaffAction({
  schema: reviewForm,
  run: async (ctx, input) => {
    await reviewImport(ctx, input);
    revalidatePath(await findImportHref(ctx, input.id));
  },
});

export const takeImportBack = defineStaffAction({
  schema: z.object({ id: z.uuid() }),
  run: async (ctx, input) => {
    await undoImport(ctx, input);
    revalidatePath(await findImportHref(ctx, input.id));
  },
});
