"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineMemberAction, defineStaffAction, defineVisitorAction } from "@/lib/accounts/define-actions";
import { chooseConsents } from "./commands/choose-consents";
import { moveChannel } from "./commands/order-channels";
import { recordConsent } from "./commands/record-consent";
import { acceptByLink, refuseByLink } from "./commands/refuse-by-link";
import { consentForm, moveChannelForm } from "./schema";
import { CONSENT_CHANNELS } from "./types";

// Boxes that are all off send nothing.
const channels = z.array(z.enum(CONSENT_CHANNELS).exclude(["all"])).default([]);

export const chooseConsentsAction = defineMemberAction({
  whenReadOnly: "allowed",
  schema: z.object({ announcements: channels, promotions: channels }),
  run: async (ctx, wanted) => {
    await chooseConsents(ctx, wanted);
    revalidatePath("/m/[tenant]/me/privacy", "page");
  },
});

export const moveChannelAction = defineMemberAction({
  whenReadOnly: "allowed",
  schema: moveChannelForm,
  run: async (ctx, input) => {
    await moveChannel(ctx, input);
    revalidatePath("/m/[tenant]/me/privacy", "page");
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
