"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineMemberAction, defineStaffAction } from "@/lib/accounts/define-actions";
import { chooseConsents } from "./commands/choose-consents";
import { recordConsent } from "./commands/record-consent";
import { consentForm } from "./schema";

// A switch that is off sends nothing.
const choice = z.literal("on").optional();

export const chooseConsentsAction = defineMemberAction({
  whenReadOnly: "allowed",
  schema: z.object({ announcements: choice, promotions: choice }),
  run: async (ctx, { announcements, promotions }) => {
    await chooseConsents(ctx, { announcements: announcements === "on", promotions: promotions === "on" });
    revalidatePath("/m/[tenant]/me", "page");
  },
});

export const recordConsentAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: consentForm,
  run: async (ctx, { memberId, channel, purpose, granted, source }) => {
    await recordConsent(ctx, memberId, { channel, purpose, granted: granted === "yes", source });
    revalidatePath("/t/[tenant]/members/[id]", "page");
  },
});
