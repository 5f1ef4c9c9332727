"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineMemberAction } from "@/lib/accounts/define-actions";
import { chooseConsents } from "./commands/choose-consents";

// A switch that is off sends nothing.
const choice = z.literal("on").optional();

export const chooseConsentsAction = defineMemberAction({
  schema: z.object({ announcements: choice, promotions: choice }),
  run: async (ctx, { announcements, promotions }) => {
    await chooseConsents(ctx, { announcements: announcements === "on", promotions: promotions === "on" });
    revalidatePath("/m/[tenant]/me", "page");
  },
});
