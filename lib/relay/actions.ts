"use server";
import { revalidatePath } from "next/cache";
import { defineMemberAction, defineStaffAction } from "@/lib/accounts/define-actions";
import { assignTask } from "./commands/assign-task";
import { postTask, unpostTask } from "./commands/post-task";
import { remindPoster } from "./commands/remind-poster";
import { assignForm, taskForm } from "./schema";

const portalDesk = "/m/[tenant]/relay";

/** Staff see the tasks on the page of the announcement and on the desk. */
function drawStaffPagesAnew(): void {
  revalidatePath("/t/[tenant]/announcements/[id]", "page");
  revalidatePath("/t/[tenant]/announcements/relay", "page");
}

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
    drawStaffPagesAnew();
  },
});

export const unpostAction = defineStaffAction({
  schema: taskForm,
  run: async (ctx, { taskId }) => {
    await unpostTask(ctx, taskId);
    drawStaffPagesAnew();
  },
});

export const assignAction = defineStaffAction({
  schema: assignForm,
  run: async (ctx, { taskId, memberId }) => {
    await assignTask(ctx, taskId, memberId);
    drawStaffPagesAnew();
  },
});

export const remindAction = defineStaffAction({
  schema: taskForm,
  run: async (ctx, { taskId }) => {
    await remindPoster(ctx, taskId);
    drawStaffPagesAnew();
  },
});
