"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { defineMemberAction, defineStaffAction } from "@/lib/accounts/define-actions";
import { newId } from "@/lib/shared/ids";
import { findTenant } from "@/lib/tenants/queries/find-tenant";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";
import { answerConversation, startConversation } from "./commands/answer";
import { changeConversation, changeMany } from "./commands/change-conversations";
import { addLabel, addSavedReply, removeLabel, removeSavedReply } from "./commands/keep-words";
import { makeFeedback } from "./commands/make-feedback";
import { revealNumber } from "./commands/reveal-number";
import { sendReplyAgain } from "./commands/send-reply";
import { writeToHouse } from "./commands/write-to-house";
import {
  assignForm,
  entryForm,
  feedbackForm,
  labelFields,
  labelManyForm,
  labelsForm,
  savedReplyFields,
  snoozeForm,
  startForm,
  statusForm,
  taskForm,
  writeForm,
} from "./schema";
import { endOfDay, instantOf } from "./snooze-rules";

const INBOX = "/t/[tenant]/inbox";
const refresh = () => revalidatePath(INBOX, "layout");

export const writeToHouseAction = defineMemberAction({
  schema: writeForm,
  run: async (ctx, input) => {
    await writeToHouse(ctx, { ...input, key: input.key ?? newId() });
    revalidatePath("/m/[tenant]/contact", "page");
  },
});

export const answerConversationAction = defineStaffAction({
  schema: entryForm,
  run: async (ctx, input) => {
    await answerConversation(ctx, input);
    refresh();
  },
});

export const startConversationAction = defineStaffAction({
  schema: startForm,
  run: async (ctx, input) => {
    const { conversationId } = await startConversation(ctx, input);
    redirect(`/t/${(await findTenant(ctx)).slug}/inbox/${conversationId}`);
  },
});

export const assignConversationsAction = defineStaffAction({
  schema: assignForm,
  run: async (ctx, input) => {
    const outcome = await changeMany(ctx, input);
    refresh();
    return outcome;
  },
});

export const moveConversationsAction = defineStaffAction({
  schema: statusForm,
  run: async (ctx, input) => {
    const outcome = await changeMany(ctx, input);
    refresh();
    return outcome;
  },
});

export const labelConversationsAction = defineStaffAction({
  schema: labelManyForm,
  run: async (ctx, input) => {
    const outcome = await changeMany(ctx, input);
    refresh();
    return outcome;
  },
});

export const snoozeConversationAction = defineStaffAction({
  schema: snoozeForm,
  run: async (ctx, { conversationId, until }) => {
    const snoozedUntil = instantOf(until, await findTimezone(ctx));
    await changeConversation(ctx, { conversationId, status: "snoozed", snoozedUntil });
    refresh();
  },
});

export const setLabelsAction = defineStaffAction({
  schema: labelsForm,
  run: async (ctx, input) => {
    await changeConversation(ctx, input);
    refresh();
  },
});

export const setTaskAction = defineStaffAction({
  schema: taskForm,
  run: async (ctx, { conversationId, title, dueOn, assigneeId }) => {
    const dueAt = endOfDay(dueOn, await findTimezone(ctx));
    await changeConversation(ctx, { conversationId, assigneeId, task: { title, dueAt } });
    refresh();
  },
});

export const endTaskAction = defineStaffAction({
  schema: z.object({ conversationId: z.uuid() }),
  run: async (ctx, { conversationId }) => {
    await changeConversation(ctx, { conversationId, task: null });
    refresh();
  },
});

export const makeFeedbackAction = defineStaffAction({
  schema: feedbackForm,
  run: async (ctx, input) => {
    await makeFeedback(ctx, input);
    refresh();
  },
});

export const sendReplyAgainAction = defineStaffAction({
  schema: z.object({ conversationId: z.uuid(), messageId: z.uuid() }),
  run: async (ctx, input) => {
    await sendReplyAgain(ctx, input);
    refresh();
  },
});

export const revealNumberAction = defineStaffAction({
  schema: z.object({ conversationId: z.uuid() }),
  run: async (ctx, input) => (await revealNumber(ctx, input)).phones,
});

export const addLabelAction = defineStaffAction({
  schema: labelFields,
  run: async (ctx, input) => {
    await addLabel(ctx, input);
    refresh();
  },
});

export const removeLabelAction = defineStaffAction({
  schema: z.object({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    await removeLabel(ctx, id);
    refresh();
  },
});

export const addSavedReplyAction = defineStaffAction({
  schema: savedReplyFields,
  run: async (ctx, input) => {
    await addSavedReply(ctx, input);
    refresh();
  },
});

export const removeSavedReplyAction = defineStaffAction({
  schema: z.object({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    await removeSavedReply(ctx, id);
    refresh();
  },
});
