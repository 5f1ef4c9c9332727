"use server";
import { revalidatePath } from "next/cache";
import { defineMemberAction } from "@/lib/accounts/define-actions";
import { approveSuggestion, declineSuggestion } from "./commands/decide-suggestion";
import { suggestGroup } from "./commands/suggest-group";
import { stopWaiting } from "./commands/wait-for-room";
import { declineForm, groupReference, suggestGroupForm, suggestionReference } from "./form-schema";

const PORTAL = "/m/[tenant]";

export const suggestGroupAction = defineMemberAction({
  schema: suggestGroupForm,
  run: async (ctx, input) => {
    await suggestGroup(ctx, input);
    revalidatePath(PORTAL, "layout");
  },
});

export const stopWaitingAction = defineMemberAction({
  whenReadOnly: "allowed",
  schema: groupReference,
  run: async (ctx, { groupId }) => {
    await stopWaiting(ctx, groupId);
    revalidatePath(PORTAL, "layout");
  },
});

/** By a community admin who is a plain member (R3). */
export const approveSuggestionInPortalAction = defineMemberAction({
  schema: suggestionReference,
  run: async (ctx, { suggestionId }) => {
    await approveSuggestion(ctx, suggestionId);
    revalidatePath(PORTAL, "layout");
  },
});

export const declineSuggestionInPortalAction = defineMemberAction({
  schema: declineForm,
  run: async (ctx, input) => {
    await declineSuggestion(ctx, input);
    revalidatePath(PORTAL, "layout");
  },
});
