"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineMemberAction, defineStaffAction } from "@/lib/accounts/define-actions";
import { findSlug } from "@/lib/tenants/queries/find-slug";
import { setCommunityArchived } from "./commands/archive-community";
import { createCommunity } from "./commands/create-community";
import { deleteCommunity } from "./commands/delete-community";
import { readIconForm } from "./commands/read-icon-form";
import { setCommunityGrants } from "./commands/set-community-grants";
import { updateCommunity } from "./commands/update-community";
import {
  communityForm,
  communityReference,
  deleteCommunityForm,
  grantsForm,
  updateCommunityForm,
} from "./form-schema";

const COMMUNITIES = "/t/[tenant]/communities";

export const createCommunityAction = defineStaffAction({
  schema: communityForm,
  run: async (ctx, form) => {
    const icon = await readIconForm(ctx, form, null);
    const { id } = await createCommunity(ctx, { name: form.name, description: form.description, icon });
    revalidatePath(COMMUNITIES, "layout");
    redirect(`/t/${await findSlug(ctx)}/communities/${id}`);
  },
});

export const updateCommunityAction = defineStaffAction({
  schema: updateCommunityForm,
  run: async (ctx, form) => {
    const { communityId, name, description, joinMode } = form;
    await updateCommunity(ctx, {
      communityId,
      name,
      description,
      joinMode,
      icon: await readIconForm(ctx, form, communityId),
    });
    revalidatePath(COMMUNITIES, "layout");
  },
});

export const archiveCommunityAction = defineStaffAction({
  schema: communityReference,
  run: async (ctx, input) => {
    await setCommunityArchived(ctx, { ...input, archived: true });
    revalidatePath(COMMUNITIES, "layout");
  },
});

export const restoreCommunityAction = defineStaffAction({
  schema: communityReference,
  run: async (ctx, input) => {
    await setCommunityArchived(ctx, { ...input, archived: false });
    revalidatePath(COMMUNITIES, "layout");
  },
});

export const deleteCommunityAction = defineStaffAction({
  schema: deleteCommunityForm,
  run: async (ctx, input) => {
    await deleteCommunity(ctx, input);
    revalidatePath(COMMUNITIES, "layout");
    redirect(`/t/${await findSlug(ctx)}/communities`);
  },
});

export const setCommunityGrantsAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: grantsForm,
  run: async (ctx, input) => {
    await setCommunityGrants(ctx, input);
    revalidatePath(COMMUNITIES, "layout");
  },
});

/** The same in the portal, by a member who administers the community (R3). */
export const setOwnCommunityGrantsAction = defineMemberAction({
  whenReadOnly: "allowed",
  schema: grantsForm,
  run: async (ctx, input) => {
    await setCommunityGrants(ctx, input);
    revalidatePath("/m/[tenant]/communities/[id]", "page");
  },
});
