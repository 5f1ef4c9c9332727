"use server";
import { revalidatePath } from "next/cache";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { banMember } from "./commands/ban-member";
import { liftBan } from "./commands/lift-ban";
import { banForm, banReference } from "./schema";

export const banMemberAction = defineStaffAction({
  schema: banForm,
  run: async (ctx, input) => {
    await banMember(ctx, input);
    revalidatePath("/t/[tenant]", "layout");
  },
});

export const liftBanAction = defineStaffAction({
  schema: banReference,
  run: async (ctx, input) => {
    await liftBan(ctx, input);
    revalidatePath("/t/[tenant]", "layout");
  },
});
