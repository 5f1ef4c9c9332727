"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { findSlug } from "@/lib/tenants/queries/find-slug";
import { mergeMembers } from "./commands/merge-members";
import { forgetApart, tellApart } from "./commands/tell-apart";
import { undoMerge } from "./commands/undo-merge";
import { coupleForm, mergeForm, undoForm } from "./schema";

export const mergeMembersAction = defineStaffAction({
  schema: mergeForm,
  run: async (ctx, { intoId, memberId }) => {
    await mergeMembers(ctx, { intoId, fromId: memberId });
    revalidatePath("/t/[tenant]", "layout");
    redirect(`/t/${await findSlug(ctx)}/members/${intoId}`);
  },
});

export const undoMergeAction = defineStaffAction({
  schema: undoForm,
  run: async (ctx, { mergeId }) => {
    await undoMerge(ctx, mergeId);
    revalidatePath("/t/[tenant]", "layout");
  },
});

const DUPLICATES = "/t/[tenant]/members/duplicates";

export const tellApartAction = defineStaffAction({
  schema: coupleForm,
  run: async (ctx, couple) => {
    await tellApart(ctx, couple);
    revalidatePath(DUPLICATES, "page");
  },
});

export const forgetApartAction = defineStaffAction({
  schema: coupleForm,
  run: async (ctx, couple) => {
    await forgetApart(ctx, couple);
    revalidatePath(DUPLICATES, "page");
  },
});
