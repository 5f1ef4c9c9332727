import "server-only";
import { z } from "zod";
import { attachedMediaSchema } from "@/lib/media/schema";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { changeAnnouncement, type HandMade, STOPPING } from "./commands/change-announcement";
import { correctAnnouncement } from "./commands/correct-announcement";
import { endEvergreen } from "./commands/end-evergreen";
import { remindUnread } from "./commands/remind-unread";
import { retryDeliveries } from "./commands/retry-deliveries";
import { getAnnouncement } from "./queries/get-announcement";
import { listVersions } from "./queries/list-versions";
import { announcementSchema } from "./response-schema";
import { correctInput, reasonInput, retryInput } from "./schema";

/** One endpoint per transition that a person asks for; an illegal one is 409 `illegal_transition`. */
function transitionRoute(transition: HandMade, summary: string) {
  return defineRoute({
    method: "POST",
    path: `/announcements/{id}/${transition}`,
    ...(STOPPING.some((one) => one === transition) ? { whenReadOnly: "allowed" as const } : {}),
    scope: "announcements:write",
    summary,
    params: z.object({ id: z.uuid() }),
    body: reasonInput,
    response: announcementSchema,
    exists: async (ctx, { id }) => {
      await getAnnouncement(ctx, id);
    },
    run: (ctx, { params: { id }, body }) => changeAnnouncement(ctx, id, { transition, reason: body.reason }),
  });
}

export const submitAnnouncementRoute = transitionRoute("submit", "Ask for approval");
export const approveAnnouncementRoute = transitionRoute("approve", "Approve; not one's own");
export const rejectAnnouncementRoute = transitionRoute("reject", "Send back to draft, with a reason");
export const unscheduleAnnouncementRoute = transitionRoute(
  "unschedule",
  "Take a scheduled one back to draft",
);
export const pauseAnnouncementRoute = transitionRoute(
  "pause",
  "Hold a sending; the batch under way is the last",
);
export const resumeAnnouncementRoute = transitionRoute("resume", "Go on sending");
export const cancelAnnouncementRoute = transitionRoute("cancel", "End it; what is still queued is skipped");
export const retractAnnouncementRoute = transitionRoute("retract", "Take it out of the portal");

export const retryDeliveriesRoute = defineRoute({
  method: "POST",
  path: "/announcements/{id}/retry",
  scope: "announcements:write",
  summary: "Send again what failed; `unknown`: what nobody knows of, at the risk that some get it twice",
  params: z.object({ id: z.uuid() }),
  body: retryInput,
  response: announcementSchema,
  exists: async (ctx, { id }) => {
    await getAnnouncement(ctx, id);
  },
  run: (ctx, { params: { id }, body }) => retryDeliveries(ctx, id, body.status),
});

export const endEvergreenRoute = defineRoute({
  method: "POST",
  path: "/announcements/{id}/end-evergreen",
  whenReadOnly: "allowed",
  scope: "announcements:write",
  summary: "From now on it reaches nobody who joins",
  params: z.object({ id: z.uuid() }),
  response: announcementSchema,
  exists: async (ctx, { id }) => {
    await getAnnouncement(ctx, id);
  },
  run: (ctx, { params: { id } }) => endEvergreen(ctx, id),
});

export const remindUnreadRoute = defineRoute({
  method: "POST",
  path: "/announcements/{id}/remind",
  scope: "announcements:write",
  summary: "A draft for those who got it and are not known to have read it; once",
  params: z.object({ id: z.uuid() }),
  response: announcementSchema,
  status: 201,
  exists: async (ctx, { id }) => {
    await getAnnouncement(ctx, id);
  },
  run: (ctx, { params: { id } }) => remindUnread(ctx, id),
});

const correctionSchema = announcementSchema.extend({
  unchangedDeliveries: z
    .int()
    .min(0)
    .meta({ description: "Who keeps the old words, from a channel that cannot change them" }),
});

export const correctAnnouncementRoute = defineRoute({
  method: "POST",
  path: "/announcements/{id}/correct",
  scope: "announcements:write",
  summary: "Change the words of what was sent; the portal shows them with a mark",
  params: z.object({ id: z.uuid() }),
  body: correctInput,
  response: correctionSchema,
  exists: async (ctx, { id }) => {
    await getAnnouncement(ctx, id);
  },
  run: (ctx, { params: { id }, body }) => correctAnnouncement(ctx, id, body),
});

export const listVersionsRoute = defineRoute({
  method: "GET",
  path: "/announcements/{id}/versions",
  scope: "announcements:read",
  summary: "The words that it had before they were corrected, newest first",
  params: z.object({ id: z.uuid() }),
  response: z.object({
    data: z.array(
      z.object({
        version: z.int(),
        body: z.string(),
        media: z.array(attachedMediaSchema).nullable(),
        replacedBy: z.string(),
        replacedAt: z.iso.datetime(),
      }),
    ),
  }),
  run: async (ctx, { params: { id } }) => ({ data: await listVersions(ctx, id) }),
});
