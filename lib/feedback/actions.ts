"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineMemberAction, defineStaffAction } from "@/lib/accounts/define-actions";
import { findTenant } from "@/lib/tenants/queries/find-tenant";
import { answerSolved } from "./commands/answer-solved";
import { chooseDigest } from "./commands/choose-digest";
import { commentFeedback } from "./commands/comment-feedback";
import { mergeFeedback } from "./commands/merge-feedback";
import { sendFeedback } from "./commands/send-feedback";
import { undoMerge } from "./commands/undo-merge";
import { updateFeedback } from "./commands/update-feedback";
import { unvoteFeedback, voteForFeedback } from "./commands/vote-feedback";
import {
  careForm,
  commentForm,
  digestForm,
  mergeForm,
  sendFeedbackForm,
  shareForm,
  solvedForm,
  statusForm,
  subjectForm,
} from "./schema";

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
    revalidatePath("/t/[tenant]/feedback", "layout");
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

export const mergeFeedbackAction = defineStaffAction({
  schema: mergeForm,
  run: async (ctx, input) => {
    await mergeFeedback(ctx, input);
    revalidatePath(staffPage, "page");
  },
});

export const undoMergeAction = defineStaffAction({
  schema: subjectForm,
  run: async (ctx, { feedbackId }) => {
    await undoMerge(ctx, feedbackId);
    revalidatePath(staffPage, "page");
  },
});

export const shareFeedbackAction = defineStaffAction({
  schema: shareForm,
  run: async (ctx, { feedbackId, shared }) => {
    await updateFeedback(ctx, { feedbackId, shared: shared === "yes" });
    revalidatePath(staffPage, "page");
  },
});

export const voteIdeaAction = defineMemberAction({
  schema: subjectForm,
  run: async (ctx, input) => {
    await voteForFeedback(ctx, input);
    revalidatePath("/m/[tenant]/ideas", "layout");
  },
});

export const unvoteIdeaAction = defineMemberAction({
  schema: subjectForm,
  run: async (ctx, input) => {
    await unvoteFeedback(ctx, input);
    revalidatePath("/m/[tenant]/ideas", "layout");
  },
});

export const answerSolvedAction = defineMemberAction({
  schema: solvedForm,
  run: async (ctx, { solved, ...input }) => {
    await answerSolved(ctx, { ...input, solved: solved === "yes" });
    revalidatePath("/m/[tenant]/ideas", "layout");
  },
});

export const chooseDigestAction = defineStaffAction({
  schema: digestForm,
  run: async (ctx, { frequency }) => {
    await chooseDigest(ctx, frequency);
    revalidatePath("/t/[tenant]/feedback", "page");
  },
});
