"use server";
import { z } from "zod";
import { defineMemberAction, defineStaffAction } from "@/lib/accounts/define-actions";
import { mediaFields } from "@/lib/media/form-schema";
import { editMessage } from "./commands/edit-message";
import { pinMessage } from "./commands/pin-message";
import { postMessage } from "./commands/post-message";
import { reactToMessage } from "./commands/react";
import { removeMessage } from "./commands/remove-message";
import { getMessage } from "./queries/list-messages";
import { editMessageFields, newMessage, reactionFields, saysSomething } from "./schema";

const { authorId: _, ...byOneself } = newMessage;
const postFields = z.object({ groupId: z.uuid(), ...byOneself, ...mediaFields }).superRefine(saysSomething);
const editFields = z.object({ id: z.uuid(), ...editMessageFields.shape });
const oneMessage = z.object({ id: z.uuid() });

export const postMessageAction = defineMemberAction({
  schema: postFields,
  run: async (ctx, input) => getMessage(ctx, (await postMessage(ctx, input)).id),
});

export const editMessageAction = defineMemberAction({
  schema: editFields,
  run: async (ctx, input) => {
    await editMessage(ctx, input);
    return getMessage(ctx, input.id);
  },
});

export const removeMessageAction = defineMemberAction({
  schema: oneMessage,
  run: async (ctx, input) => {
    await removeMessage(ctx, input);
    return getMessage(ctx, input.id);
  },
});

const pin = z.object({ id: z.uuid(), pinned: z.stringbool() });

export const pinMessageAction = defineMemberAction({
  schema: pin,
  run: async (ctx, input) => {
    await pinMessage(ctx, input);
    return getMessage(ctx, input.id);
  },
});

export const pinMessageAsStaffAction = defineStaffAction({
  schema: pin,
  run: async (ctx, input) => {
    await pinMessage(ctx, input);
    return getMessage(ctx, input.id);
  },
});

/** An empty sign takes the reaction back. */
const reaction = z.object({ id: z.uuid(), emoji: z.union([z.literal(""), reactionFields.shape.emoji]) });

export const reactAction = defineMemberAction({
  schema: reaction,
  run: async (ctx, { id, emoji }) => {
    await reactToMessage(ctx, { id, emoji: emoji || null });
    return getMessage(ctx, id);
  },
});

export const reactAsStaffAction = defineStaffAction({
  schema: reaction,
  run: async (ctx, { id, emoji }) => {
    await reactToMessage(ctx, { id, emoji: emoji || null });
    return getMessage(ctx, id);
  },
});

export const postMessageAsStaffAction = defineStaffAction({
  schema: postFields,
  run: async (ctx, input) => getMessage(ctx, (await postMessage(ctx, input)).id),
});

export const removeMessageAsStaffAction = defineStaffAction({
  schema: oneMessage,
  run: async (ctx, input) => {
    await removeMessage(ctx, input);
    return getMessage(ctx, input.id);
  },
});
