"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { transferOwnership } from "@/lib/accounts/commands/transfer-ownership";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { findSlug } from "@/lib/tenants/queries/find-slug";
import { scheduleDeletion, undoDeletion } from "./commands/schedule-deletion";
import { deletionForm, ownershipForm } from "./schema";

const DASHBOARD = "/t/[tenant]";

/** Who gave the ownership away sees the team's page as an admin does. */
export const transferOwnershipAction = defineStaffAction({
  schema: ownershipForm,
  run: async (ctx, { staffId }) => {
    await transferOwnership(ctx, staffId);
    revalidatePath(DASHBOARD, "layout");
    redirect(`/t/${await findSlug(ctx)}/settings/team`);
  },
});

export const scheduleDeletionAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: deletionForm,
  run: async (ctx, { typedName }) => {
    await scheduleDeletion(ctx, typedName);
    revalidatePath(DASHBOARD, "layout");
  },
});

export const undoDeletionAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: z.object({}),
  run: async (ctx) => {
    await undoDeletion(ctx);
    revalidatePath(DASHBOARD, "layout");
  },
});
