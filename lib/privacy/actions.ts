"use server";
import { redirect } from "next/navigation";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { findSlug } from "@/lib/tenants/queries/find-slug";
import { eraseMember } from "./commands/erase-member";
import { eraseMemberInput } from "./schema";

export const eraseMemberAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: eraseMemberInput,
  run: async (ctx, { memberId }) => {
    await eraseMember(ctx, memberId);
    redirect(`/t/${await findSlug(ctx)}/members`);
  },
});
