import "server-only";
import { z } from "zod";
import { communityExists, communityParams } from "@/lib/communities/api";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { decideJoinRequest } from "./commands/decide-join-request";
import { getJoinRequest, listJoinRequests } from "./queries/list-join-requests";

const requestSchema = z
  .object({
    id: z.uuid(),
    communityId: z.uuid(),
    groupId: z.uuid().nullable(),
    groupName: z.string().nullable(),
    memberId: z.uuid().nullable().meta({ description: "Null where the viewer may not see the person" }),
    name: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "JoinRequest" });
const params = z.object({ id: z.uuid() });

export const listJoinRequestsRoute = defineRoute({
  method: "GET",
  path: "/communities/{id}/join-requests",
  scope: "communities:read",
  summary: "Who waits to be let into a community or its groups, oldest first",
  params: communityParams,
  query: pageQuery.extend({ groupId: z.uuid().optional() }),
  response: z.object({ data: z.array(requestSchema), nextCursor: z.string().nullable() }),
  exists: communityExists,
  run: (ctx, { params: { id }, query }) => listJoinRequests(ctx, { communityId: id, ...query }),
});

export const approveJoinRequestRoute = defineRoute({
  method: "POST",
  path: "/join-requests/{id}/approve",
  scope: "communities:write",
  summary: "Lets somebody in who asked; into the queue where an overflowing group has no place left",
  params,
  response: z.object({
    status: z.enum(["joined", "waiting"]),
    groupId: z.uuid().nullable().meta({ description: "The group that took them in" }),
    position: z.int().nullable().meta({ description: "Their place in the queue, if they wait" }),
  }),
  exists: async (ctx, { id }) => void (await getJoinRequest(ctx, id)),
  run: async (ctx, { params: { id } }) => {
    const joined = await decideJoinRequest(ctx, { requestId: id, approve: true });
    const isWaiting = joined?.status === "waiting";
    return {
      status: isWaiting ? "waiting" : "joined",
      groupId: joined?.groupId ?? null,
      position: isWaiting ? joined.position : null,
    };
  },
});

export const refuseJoinRequestRoute = defineRoute({
  method: "POST",
  path: "/join-requests/{id}/refuse",
  scope: "communities:write",
  summary: "Refuses somebody who asked",
  params,
  response: null,
  exists: async (ctx, { id }) => void (await getJoinRequest(ctx, id)),
  run: async (ctx, { params: { id } }) =>
    void (await decideJoinRequest(ctx, { requestId: id, approve: false })),
});
