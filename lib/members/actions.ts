"use server";
import { redirect } from "next/navigation";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { findSlug } from "@/lib/tenants/queries/find-slug";
import { createFromForm, updateFromForm } from "./commands/save-member-form";
import { editMemberForm, memberForm } from "./schema";

export const createMemberAction = defineStaffAction({
  schema: memberForm,
  run: async (ctx, input) => {
    const { id } = await createFromForm(ctx, input);
    redirect(`/t/${await findSlug(ctx)}/members/${id}`);
  },
});

export const updateMemberAction = defineStaffAction({
  schema: editMemberForm,
  run: async (ctx, input) => {
    await updateFromForm(ctx, input);
    redirect(`/t/${await findSlug(ctx)}/members/${input.memberId}`);
  },
});
