"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { defineStaffAction, defineVisitorAction } from "@/lib/accounts/define-actions";
import { notFound } from "@/lib/shared/refusal";
import { createForm, revokeForm } from "./commands/create-form";
import { forgetContact, forgetContactByLink } from "./commands/forget-contact";
import { sendPublicFeedback } from "./commands/send-public-feedback";
import { formContext } from "./queries/find-form";
import { contactForm, createFormForm, formIdForm, publicForm } from "./schema";

const PAGE = "/t/[tenant]/feedback/forms";

export const createFeedbackFormAction = defineStaffAction({
  schema: createFormForm,
  run: async (ctx, input) => {
    await createForm(ctx, input);
    revalidatePath(PAGE, "page");
  },
});

export const revokeFeedbackFormAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: formIdForm,
  run: async (ctx, { formId }) => {
    await revokeForm(ctx, formId);
    revalidatePath(PAGE, "page");
  },
});

export const forgetContactAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: contactForm,
  run: async (ctx, { feedbackId }) => {
    await forgetContact(ctx, feedbackId);
    revalidatePath("/t/[tenant]/feedback/[id]", "page");
  },
});

/** The public form: the same page thanks everybody alike. */
export const sendPublicFeedbackAction = defineVisitorAction({
  schema: publicForm,
  run: async ({ key: token, ...visitor }, form) => {
    const ctx = formContext(token, visitor);
    if (!ctx) throw notFound();
    await sendPublicFeedback(ctx, token, form);
    redirect(`/f/${token}?sent=1`);
  },
});

export const forgetContactByLinkAction = defineVisitorAction({
  schema: z.object({}),
  run: async ({ key: token, now }) => {
    await forgetContactByLink(token, now);
    redirect(`/f/contact/${token}?done=1`);
  },
});
