"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { findSlug } from "@/lib/tenants/queries/find-slug";
import { setGroupArchived } from "./commands/archive-group";
import { createGroup } from "./commands/create-group";
import { approveSuggestion, declineSuggestion } from "./commands/decide-suggestion";
import { deleteGroup } from "./commands/delete-group";
import { moveGroup } from "./commands/move-group";
import { splitGroup } from "./commands/split-group";
import { updateGroup } from "./commands/update-group";
import {
  createGroupForm,
  declineForm,
  deleteGroupForm,
  groupReference,
  moveGroupForm,
  splitGroupForm,
  suggestionReference,
  updateGroupForm,
} from "./form-schema";
import { getGroup } from "./queries/list-groups";

const COMMUNITIES = "/t/[tenant]/communities";

export const createGroupAction = defineStaffAction({
  schema: createGroupForm,
  run: async (ctx, input) => {
    const { id } = await createGroup(ctx, input);
    revalidatePath(COMMUNITIES, "layout");
    redirect(`/t/${await findSlug(ctx)}/communities/${input.communityId}/groups/${id}`);
  },
});

export const updateGroupAction = defineStaffAction({
  schema: updateGroupForm,
  run: async (ctx, input) => {
    await updateGroup(ctx, input);
    revalidatePath(COMMUNITIES, "layout");
  },
});

export const archiveGroupAction = defineStaffAction({
  schema: groupReference,
  run: async (ctx, { groupId }) => {
    await setGroupArchived(ctx, { groupId, archived: true });
    revalidatePath(COMMUNITIES, "layout");
  },
});

export const restoreGroupAction = defineStaffAction({
  schema: groupReference,
  run: async (ctx, { groupId }) => {
    await setGroupArchived(ctx, { groupId, archived: false });
    revalidatePath(COMMUNITIES, "layout");
  },
});

export const moveGroupAction = defineStaffAction({
  schema: moveGroupForm,
  run: async (ctx, input) => {
    await moveGroup(ctx, input);
    revalidatePath(COMMUNITIES, "layout");
    redirect(`/t/${await findSlug(ctx)}/communities/${input.communityId}/groups/${input.groupId}?moved=1`);
  },
});

export const splitGroupAction = defineStaffAction({
  schema: splitGroupForm,
  run: async (ctx, input) => {
    const { id } = await splitGroup(ctx, input);
    const { communityId } = await getGroup(ctx, id);
    revalidatePath(COMMUNITIES, "layout");
    redirect(`/t/${await findSlug(ctx)}/communities/${communityId}/groups/${id}?split=1`);
  },
});

export const approveSuggestionAction = defineStaffAction({
  schema: suggestionReference,
  run: async (ctx, { suggestionId }) => {
    await approveSuggestion(ctx, suggestionId);
    revalidatePath(COMMUNITIES, "layout");
  },
});

export const declineSuggestionAction = defineStaffAction({
  schema: declineForm,
  run: async (ctx, input) => {
    await declineSuggestion(ctx, input);
    revalidatePath(COMMUNITIES, "layout");
  },
});

export const deleteGroupAction = defineStaffAction({
  schema: deleteGroupForm,
  run: async (ctx, input) => {
    const { communityId } = await getGroup(ctx, input.groupId);
    await deleteGroup(ctx, input);
    revalidatePath(COMMUNITIES, "layout");
    redirect(`/t/${await findSlug(ctx)}/communities/${communityId}`);
  },
});
