"use server";
import { revalidatePath } from "next/cache";
import { defineMemberAction, defineStaffAction } from "@/lib/accounts/define-actions";
import { assignTask } from "./commands/assign-task";
import { postTask, unpostTask } from "./commands/post-task";
import { remindPoster } from "./commands/remind-poster";
import { assignForm, taskForm } from "./schema";

const portalDesk = "/m/[tenant]/relay";
const staffPage = "/t/[tenant]/announcements/[id]";

export const postInPortalAction = defineMemberAction({
  schema: taskForm,
  run: async (ctx, { taskId }) => {
    await postTask(ctx, taskId);
    revalidatePath(portalDesk, "page");
  },
});

export const unpostInPortalAction = defineMemberAction({
  schema: taskForm,
  run: async (ctx, { taskId }) => {
    await unpostTask(ctx, taskId);
    revalidatePath(portalDesk, "page");
  },
});

export const assignInPortalAction = defineMemberAction({
  schema: assignForm,
  run: async (ctx, { taskId, memberId }) => {
    await assignTask(ctx, taskId, memberId);
    revalidatePath(portalDesk, "page");
  },
});

export const remindInPortalAction = defineMemberAction({
  schema: taskForm,
  run: async (ctx, { taskId }) => {
    await remindPoster(ctx, taskId);
    revalidatePath(portalDesk, "page");
  },
});

export const postAction = defineStaffAction({
  schema: taskForm,
  run: async (ctx, { taskId }) => {
    await postTask(ctx, taskId);
    revalidatePath(staffPage, "page");
  },
});

export const unpostAction = defineStaffAction({
  schema: taskForm,
  run: async (ctx, { taskId }) => {
    await unpostTask(ctx, taskId);
    revalidatePath(staffPage, "page");
  },
});

export const assignAction = defineStaffAction({
  schema: assignForm,
  run: async (ctx, { taskId, memberId }) => {
    await assignTask(ctx, taskId, memberId);
    revalidatePath(staffPage, "page");
  },
});

export const remindAction = defineStaffAction({
  schema: taskForm,
  run: async (ctx, { taskId }) => {
    await remindPoster(ctx, taskId);
    revalidatePath(staffPage, "page");
  },
});
