import "server-only";
import { z } from "zod";
import { occurrenceSchema } from "@/lib/delivery/api";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import type { TenantContext } from "@/lib/platform/context";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { createAnnouncement } from "./commands/create-announcement";
import { deleteAnnouncement } from "./commands/delete-announcement";
import { scheduleAnnouncement, sendAnnouncement } from "./commands/schedule-announcement";
import { updateAnnouncement } from "./commands/update-announcement";
import { getAnnouncement } from "./queries/get-announcement";
import { getWatchedAnnouncement } from "./queries/get-watched-announcement";
import { listAnnouncements } from "./queries/list-announcements";
import { getSchedulePreview } from "./queries/preview-schedule";
import { rehearseAnnouncement } from "./queries/rehearse-announcement";
import { announcementSchema, rehearsalSchema, schedulePreviewSchema } from "./response-schema";
import { ANNOUNCEMENT_STATUSES } from "./rules";
import {
  createAnnouncementInput,
  scheduleInput,
  schedulePreviewInput,
  sendInput,
  updateAnnouncementInput,
} from "./schema";

const params = z.object({ id: z.uuid() });
const nextCursor = z.string().nullable();
const exists = async (ctx: TenantContext, { id }: { id: string }) => {
  await getAnnouncement(ctx, id);
};

export const listAnnouncementsRoute = defineRoute({
  method: "GET",
  path: "/announcements",
  scope: "announcements:read",
  summary: "Announcements, newest first",
  query: pageQuery.extend({
    status: z.enum(ANNOUNCEMENT_STATUSES).optional(),
    communityId: z.uuid().optional(),
  }),
  response: z.object({ data: z.array(announcementSchema), nextCursor }),
  run: (ctx, { query: { status, ...filter } }) =>
    listAnnouncements(ctx, { ...filter, statuses: status ? [status] : [] }),
});

export const createAnnouncementRoute = defineRoute({
  method: "POST",
  path: "/announcements",
  scope: "announcements:write",
  summary: "A new draft",
  body: createAnnouncementInput,
  response: announcementSchema,
  status: 201,
  run: (ctx, { body }) => createAnnouncement(ctx, body),
});

export const getAnnouncementRoute = defineRoute({
  method: "GET",
  path: "/announcements/{id}",
  scope: "announcements:read",
  summary: "One announcement",
  params,
  response: announcementSchema,
  run: (ctx, { params: { id } }) => getAnnouncement(ctx, id),
});

export const updateAnnouncementRoute = defineRoute({
  method: "PATCH",
  path: "/announcements/{id}",
  scope: "announcements:write",
  summary: "Change a draft; with `version`, only if nobody changed it since",
  params,
  body: updateAnnouncementInput,
  response: announcementSchema,
  exists,
  run: (ctx, { params: { id }, body }) => updateAnnouncement(ctx, id, body),
});

export const deleteAnnouncementRoute = defineRoute({
  method: "DELETE",
  path: "/announcements/{id}",
  scope: "announcements:write",
  summary: "Delete a draft",
  params,
  response: null,
  status: 204,
  exists,
  run: (ctx, { params: { id } }) => deleteAnnouncement(ctx, id),
});

export const rehearseAnnouncementRoute = defineRoute({
  method: "POST",
  path: "/announcements/{id}/rehearsal",
  whenReadOnly: "allowed",
  scope: "announcements:read",
  summary: "Who would get it, who is left out and why, by the planner that sends",
  params,
  response: rehearsalSchema,
  run: (ctx, { params: { id } }) => rehearseAnnouncement(ctx, id),
});

export const scheduleAnnouncementRoute = defineRoute({
  method: "POST",
  path: "/announcements/{id}/schedule",
  scope: "announcements:write",
  summary: "Schedule it by its own schedule, or by the one given here",
  params,
  body: scheduleInput,
  response: announcementSchema,
  exists,
  run: (ctx, { params: { id }, body }) => scheduleAnnouncement(ctx, id, body),
});

export const sendAnnouncementRoute = defineRoute({
  method: "POST",
  path: "/announcements/{id}/send",
  scope: "announcements:write",
  summary: "Send it now; a big audience is confirmed with its number",
  params,
  body: sendInput,
  response: announcementSchema,
  exists,
  run: (ctx, { params: { id }, body }) => sendAnnouncement(ctx, id, body),
});

export const listOccurrencesRoute = defineRoute({
  method: "GET",
  path: "/announcements/{id}/occurrences",
  scope: "announcements:read",
  summary: "The sendings of an announcement, newest first",
  params,
  query: pageQuery,
  response: z.object({ data: z.array(occurrenceSchema), nextCursor }),
  exists: async (ctx, { id }) => void (await getWatchedAnnouncement(ctx, id)),
  run: (ctx, { params: { id }, query }) => listOccurrencesOf(ctx, { announcementId: id, ...query }),
});

export const previewScheduleRoute = defineRoute({
  method: "POST",
  path: "/schedules/preview",
  whenReadOnly: "allowed",
  scope: "announcements:read",
  summary: "The instants of a wall-clock time and rule in a named zone, past ones too",
  body: schedulePreviewInput,
  response: schedulePreviewSchema,
  run: async (_ctx, { body }) => getSchedulePreview(body),
});
