import { createInvite } from "@/lib/invites/commands/create-invite";
import type { Place } from "../place";
import type { ApiRow } from "../row-types";

const viewers = ["owner", "admin", "marketer", "agent"] as const;
const managers = ["owner", "admin"] as const;
const community = ({ communityId }: Place) => ({ id: communityId });
const group = ({ groupId }: Place) => ({ id: groupId });
const neighbourThere = (place: Place) => ({ ...community(place), memberId: place.neighbourId });
const neighbourInRoom = (place: Place) => ({ ...group(place), memberId: place.neighbourId });

const invite = (place: Place) =>
  place.once("invite", async () => {
    const { communityId, owner } = place;
    return (await createInvite(owner, { communityId })).id;
  });

export const communitiesApi: Record<string, ApiRow> = {
  "GET /communities": { allowed: viewers, seeAs: 200 },
  "POST /communities": { body: () => ({ name: "Outra vila", description: "Perto" }), allowed: managers },
  "GET /communities/{id}": { params: community, allowed: viewers, seeAs: 200 },
  "PATCH /communities/{id}": { params: community, body: () => ({ name: "Vila nova" }), allowed: managers },
  "DELETE /communities/{id}": { params: community, allowed: managers },
};

export const groupsApi: Record<string, ApiRow> = {
  "GET /communities/{id}/groups": { params: community, allowed: viewers, seeAs: 200 },
  "POST /communities/{id}/groups": {
    params: community,
    body: () => ({ name: "Trilhas" }),
    allowed: managers,
  },
  "GET /groups/{id}": { params: group, allowed: viewers, seeAs: 200 },
  "PATCH /groups/{id}": { params: group, body: () => ({ overflow: true }), allowed: managers },
  "DELETE /groups/{id}": { params: group, allowed: managers },
};

export const membershipsApi: Record<string, ApiRow> = {
  "GET /communities/{id}/members": { params: community, allowed: viewers, seeAs: 200 },
  "POST /communities/{id}/members": {
    params: community,
    body: async (place) => ({ memberId: await place.newcomer() }),
    allowed: managers,
  },
  "PATCH /communities/{id}/members/{memberId}": {
    params: neighbourThere,
    body: () => ({ role: "admin" }),
    allowed: managers,
  },
  "DELETE /communities/{id}/members/{memberId}": { params: neighbourThere, allowed: managers },
  "GET /groups/{id}/members": { params: group, allowed: viewers, seeAs: 200 },
  "POST /groups/{id}/members": {
    params: group,
    body: async (place) => ({ memberId: await place.newcomer() }),
    allowed: managers,
  },
  "PATCH /groups/{id}/members/{memberId}": {
    params: neighbourInRoom,
    body: () => ({ role: "admin" }),
    allowed: managers,
  },
  "DELETE /groups/{id}/members/{memberId}": { params: neighbourInRoom, allowed: managers },
};

export const invitesApi: Record<string, ApiRow> = {
  "GET /invites": { allowed: managers, seeAs: 200 },
  "POST /invites": { body: ({ communityId }) => ({ communityId, maxUses: 5 }), allowed: managers },
  "POST /invites/{id}/revoke": { params: async (place) => ({ id: await invite(place) }), allowed: managers },
};
