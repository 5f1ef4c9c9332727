"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { findSlug } from "@/lib/tenants/queries/find-slug";
import { acceptTransfer, declineTransfer, withdrawTransfer } from "./commands/answer-transfer";
import { proposeTransfer } from "./commands/propose-transfer";
import { scheduleDeletion, undoDeletion } from "./commands/schedule-deletion";
import { deletionForm, proposeInput, transferIdInput } from "./schema";

const DASHBOARD = "/t/[tenant]";

export const proposeTransferAction = defineStaffAction({
  schema: proposeInput,
  run: async (ctx, input) => {
    await proposeTransfer(ctx, input);
    revalidatePath(DASHBOARD, "layout");
  },
});

export const acceptTransferAction = defineStaffAction({
  schema: transferIdInput,
  run: async (ctx, { transferId }) => {
    await acceptTransfer(ctx, transferId);
    revalidatePath(DASHBOARD, "layout");
  },
});

/** Who declines has nothing more to see on that page. */
export const declineTransferAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: transferIdInput,
  run: async (ctx, { transferId }) => {
    await declineTransfer(ctx, transferId);
    revalidatePath(DASHBOARD, "layout");
    redirect(`/t/${await findSlug(ctx)}/settings`);
  },
});

export const withdrawTransferAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: transferIdInput,
  run: async (ctx, { transferId }) => {
    await withdrawTransfer(ctx, transferId);
    revalidatePath(DASHBOARD, "layout");
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
