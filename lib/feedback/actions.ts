"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineMemberAction, defineStaffAction } from "@/lib/accounts/define-actions";
import { findTenant } from "@/lib/tenants/queries/find-tenant";
import { commentFeedback } from "./commands/comment-feedback";
import { sendFeedback } from "./commands/send-feedback";
import { updateFeedback } from "./commands/update-feedback";
import { careForm, commentForm, sendFeedbackForm, statusForm } from "./schema";

const staffPage = "/t/[tenant]/feedback/[id]";
const memberPage = "/m/[tenant]/ideas/[id]";

export const answerFeedbackAction = defineStaffAction({
  schema: commentForm,
  run: async (ctx, input) => {
    await commentFeedback(ctx, input);
    revalidatePath(staffPage, "page");
  },
});

export const noteFeedbackAction = defineStaffAction({
  schema: commentForm,
  run: async (ctx, input) => {
    await commentFeedback(ctx, { ...input, internal: true });
    revalidatePath(staffPage, "page");
  },
});

export const changeFeedbackStatusAction = defineStaffAction({
  schema: statusForm,
  run: async (ctx, input) => {
    await updateFeedback(ctx, input);
    revalidatePath(staffPage, "page");
  },
});

export const careForFeedbackAction = defineStaffAction({
  schema: careForm,
  run: async (ctx, input) => {
    await updateFeedback(ctx, input);
    revalidatePath(staffPage, "page");
  },
});

export const sendFeedbackAction = defineMemberAction({
  schema: sendFeedbackForm,
  run: async (ctx, input) => {
    const { id } = await sendFeedback(ctx, input);
    redirect(`/m/${(await findTenant(ctx)).slug}/ideas/${id}?sent=1`);
  },
});

export const replyFeedbackAction = defineMemberAction({
  schema: commentForm,
  run: async (ctx, input) => {
    await commentFeedback(ctx, input);
    revalidatePath(memberPage, "page");
  },
});
