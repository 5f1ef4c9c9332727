"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { RETRIED } from "@/lib/delivery/rules";
import { keptMediaFields } from "@/lib/media/form-schema";
import { findSlug } from "@/lib/tenants/queries/find-slug";
import { changeAnnouncement, STOPPING } from "./commands/change-announcement";
import { composeAnnouncement } from "./commands/compose-announcement";
import { correctAnnouncement } from "./commands/correct-announcement";
import { deleteAnnouncement } from "./commands/delete-announcement";
import { draftForAskers } from "./commands/draft-for-askers";
import { endEvergreen } from "./commands/end-evergreen";
import { remindUnread } from "./commands/remind-unread";
import { retryDeliveries } from "./commands/retry-deliveries";
import { composeForm } from "./compose-schema";
import { correctInput } from "./schema";

const PAGES = "/t/[tenant]/announcements";

export const composeAction = defineStaffAction({
  schema: composeForm,
  run: async (ctx, input) => {
    const id = await composeAnnouncement(ctx, input);
    revalidatePath(PAGES, "layout");
    redirect(`/t/${await findSlug(ctx)}/announcements/${id}`);
  },
});

export const changeAnnouncementAction = defineStaffAction({
  schema: z.object({
    id: z.uuid(),
    transition: z.enum(["submit", "approve", "reject", "resume"]),
  }),
  run: async (ctx, { id, transition }) => {
    await changeAnnouncement(ctx, id, { transition });
    revalidatePath(PAGES, "layout");
  },
});

export const stopAnnouncementAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: z.object({ id: z.uuid(), transition: z.enum(STOPPING) }),
  run: async (ctx, { id, transition }) => {
    await changeAnnouncement(ctx, id, { transition });
    revalidatePath(PAGES, "layout");
  },
});

export const retryDeliveriesAction = defineStaffAction({
  schema: z.object({ id: z.uuid(), status: z.enum(RETRIED) }),
  run: async (ctx, { id, status }) => {
    await retryDeliveries(ctx, id, status);
    revalidatePath(PAGES, "layout");
  },
});

export const correctAnnouncementAction = defineStaffAction({
  // Without its field of media the form leaves what is shown as it is.
  schema: z.object({ id: z.uuid(), body: correctInput.shape.body, ...keptMediaFields }),
  run: async (ctx, { id, body, media }) => {
    await correctAnnouncement(ctx, id, { body, media });
    revalidatePath(PAGES, "layout");
  },
});

export const endEvergreenAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: z.object({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    await endEvergreen(ctx, id);
    revalidatePath(PAGES, "layout");
  },
});

/** “You asked, we did”: makes the draft for those who asked, or finds it, and leads to it. */
export const draftForAskersAction = defineStaffAction({
  schema: z.object({ feedbackId: z.uuid() }),
  run: async (ctx, { feedbackId }) => {
    const { id } = await draftForAskers(ctx, feedbackId);
    revalidatePath(PAGES, "layout");
    redirect(`/t/${await findSlug(ctx)}/announcements/${id}/edit`);
  },
});

/** Makes the reminder and leads to it: there it says how many did not read. */
export const remindUnreadAction = defineStaffAction({
  schema: z.object({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const reminder = await remindUnread(ctx, id);
    revalidatePath(PAGES, "layout");
    redirect(`/t/${await findSlug(ctx)}/announcements/${reminder.id}/edit`);
  },
});

export const deleteAnnouncementAction = defineStaffAction({
  schema: z.object({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    await deleteAnnouncement(ctx, id);
    revalidatePath(PAGES, "layout");
    redirect(`/t/${await findSlug(ctx)}/announcements`);
  },
});
