import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { assignTask } from "./commands/assign-task";
import { postTask, unpostTask } from "./commands/post-task";
import { remindPoster } from "./commands/remind-poster";
import { getTask, requireTask } from "./queries/find-task";
import { listPosters } from "./queries/list-posters";
import { listTasks } from "./queries/list-tasks";
import { answerOf, posterSchema, taskSchema } from "./response-schema";
import { assignInput, taskFilter } from "./schema";

const params = z.object({ id: z.uuid() });
const exists = async (ctx: TenantContext, { id }: { id: string }) => {
  await requireTask(ctx, id);
};

export const listRelayTasksRoute = defineRoute({
  method: "GET",
  path: "/relay-tasks",
  scope: "announcements:read",
  summary: "What is to be posted by hand, or was, in the groups where one may",
  query: pageQuery.extend(taskFilter.shape),
  response: z.object({ data: z.array(taskSchema), nextCursor: z.string().nullable() }),
  run: async (ctx, { query }) => {
    const { data, nextCursor } = await listTasks(ctx, query);
    return { data: data.map(answerOf), nextCursor };
  },
});

export const getRelayTaskRoute = defineRoute({
  method: "GET",
  path: "/relay-tasks/{id}",
  scope: "announcements:read",
  summary: "What one person is to post in one group",
  params,
  response: taskSchema,
  run: async (ctx, { params: { id } }) => answerOf(await getTask(ctx, id)),
});

export const listRelayPostersRoute = defineRoute({
  method: "GET",
  path: "/relay-tasks/{id}/posters",
  scope: "announcements:read",
  summary: "To whom a task can be given: admins of its group, then of its community",
  params,
  response: z.object({ data: z.array(posterSchema) }),
  exists,
  run: async (ctx, { params: { id } }) => ({ data: await listPosters(ctx, id) }),
});

export const postRelayTaskRoute = defineRoute({
  method: "POST",
  path: "/relay-tasks/{id}/posted",
  scope: "announcements:write",
  summary: "Tick off that it was posted; a minute later its people count as reached",
  params,
  response: taskSchema,
  exists,
  run: async (ctx, { params: { id } }) => {
    await postTask(ctx, id);
    return answerOf(await getTask(ctx, id));
  },
});

export const unpostRelayTaskRoute = defineRoute({
  method: "DELETE",
  path: "/relay-tasks/{id}/posted",
  scope: "announcements:write",
  summary: "Take the tick back, until its people count",
  params,
  response: taskSchema,
  exists,
  run: async (ctx, { params: { id } }) => {
    await unpostTask(ctx, id);
    return answerOf(await getTask(ctx, id));
  },
});

export const assignRelayTaskRoute = defineRoute({
  method: "POST",
  path: "/relay-tasks/{id}/assign",
  scope: "announcements:write",
  summary: "Give it to another admin of its group or community",
  params,
  body: assignInput,
  response: taskSchema,
  exists,
  run: async (ctx, { params: { id }, body }) => {
    await assignTask(ctx, id, body.memberId);
    return answerOf(await getTask(ctx, id));
  },
});

export const remindRelayPosterRoute = defineRoute({
  method: "POST",
  path: "/relay-tasks/{id}/remind",
  scope: "announcements:write",
  summary: "Remind whoever has it by mail, once a day at most",
  params,
  response: taskSchema,
  exists,
  run: async (ctx, { params: { id } }) => {
    await remindPoster(ctx, id);
    return answerOf(await getTask(ctx, id));
  },
});
