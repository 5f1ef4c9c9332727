"use server";
import { revalidatePath } from "next/cache";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { deleteField } from "./commands/delete-field";
import { createField, moveField, updateField } from "./commands/save-field";
import { deleteFieldForm, editFieldForm, fieldForm, moveFieldForm } from "./schema";

const PAGE = "/t/[tenant]/settings/fields";

export const createFieldAction = defineStaffAction({
  schema: fieldForm,
  run: async (ctx, input) => {
    await createField(ctx, input);
    revalidatePath(PAGE, "page");
  },
});

export const updateFieldAction = defineStaffAction({
  schema: editFieldForm,
  run: async (ctx, { id, ...input }) => {
    await updateField(ctx, id, input);
    revalidatePath(PAGE, "page");
  },
});

export const moveFieldAction = defineStaffAction({
  schema: moveFieldForm,
  run: async (ctx, input) => {
    await moveField(ctx, input);
    revalidatePath(PAGE, "page");
  },
});

export const deleteFieldAction = defineStaffAction({
  schema: deleteFieldForm,
  run: async (ctx, { id, values }) => {
    await deleteField(ctx, { id, withValues: values === "on" });
    revalidatePath(PAGE, "page");
  },
});
