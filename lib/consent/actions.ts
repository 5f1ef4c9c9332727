"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineMemberAction, defineStaffAction, defineVisitorAction } from "@/lib/accounts/define-actions";
import { chooseConsents } from "./commands/choose-consents";
import { recordConsent } from "./commands/record-consent";
import { acceptByLink, refuseByLink } from "./commands/refuse-by-link";
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

const nothing = z.object({});

/** The page of a link in a message; the token names tenant and person. */
export const refuseByLinkAction = defineVisitorAction({
  schema: nothing,
  run: async ({ key, now, ip }) => {
    await refuseByLink(key, "unsubscribe_page", { now, ip });
    revalidatePath("/unsubscribe/[token]", "page");
  },
});

export const acceptByLinkAction = defineVisitorAction({
  schema: nothing,
  run: async ({ key, now, ip }) => {
    await acceptByLink(key, { now, ip });
    revalidatePath("/unsubscribe/[token]", "page");
  },
});
