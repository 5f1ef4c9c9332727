"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { findSlug } from "@/lib/tenants/queries/find-slug";
import { setGroupArchived } from "./commands/archive-group";
import { createGroup } from "./commands/create-group";
import { deleteGroup } from "./commands/delete-group";
import { updateGroup } from "./commands/update-group";
import { createGroupForm, deleteGroupForm, groupReference, updateGroupForm } from "./form-schema";
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

export const deleteGroupAction = defineStaffAction({
  schema: deleteGroupForm,
  run: async (ctx, input) => {
    const { communityId } = await getGroup(ctx, input.groupId);
    await deleteGroup(ctx, input);
    revalidatePath(COMMUNITIES, "layout");
    redirect(`/t/${await findSlug(ctx)}/communities/${communityId}`);
  },
});
