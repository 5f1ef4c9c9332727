"use server";
import { redirect } from "next/navigation";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { findSlug } from "@/lib/tenants/queries/find-slug";
import { deleteMember } from "./commands/delete-member";
import { deleteMemberInput } from "./schema";

export const deleteMemberAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: deleteMemberInput,
  run: async (ctx, { memberId }) => {
    await deleteMember(ctx, memberId);
    redirect(`/t/${await findSlug(ctx)}/members`);
  },
});
