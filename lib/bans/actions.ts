"use server";
import { revalidatePath } from "next/cache";
import { defineMemberAction, defineStaffAction } from "@/lib/accounts/define-actions";
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

/** The same by an admin who is a plain member, in the portal (R3, R4). */
export const banInPortalAction = defineMemberAction({
  schema: banForm,
  run: async (ctx, input) => {
    await banMember(ctx, input);
    revalidatePath("/m/[tenant]", "layout");
  },
});

export const liftBanInPortalAction = defineMemberAction({
  schema: banReference,
  run: async (ctx, input) => {
    await liftBan(ctx, input);
    revalidatePath("/m/[tenant]", "layout");
  },
});
