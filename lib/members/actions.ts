"use server";
import { redirect } from "next/navigation";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { createFromForm, updateFromForm } from "./commands/save-member-form";
import { findTenantSlug } from "./queries/find-tenant-slug";
import { editMemberForm, memberForm } from "./schema";

export const createMemberAction = defineStaffAction({
  schema: memberForm,
  run: async (ctx, input) => {
    const { id } = await createFromForm(ctx, input);
    redirect(`/t/${await findTenantSlug(ctx)}/members/${id}`);
  },
});

export const updateMemberAction = defineStaffAction({
  schema: editMemberForm,
  run: async (ctx, input) => {
    await updateFromForm(ctx, input);
    redirect(`/t/${await findTenantSlug(ctx)}/members/${input.memberId}`);
  },
});
