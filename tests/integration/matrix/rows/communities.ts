import { setCommunityArchived } from "@/lib/communities/commands/archive-community";
import { createCommunity } from "@/lib/communities/commands/create-community";
import { setGroupArchived } from "@/lib/groups/commands/archive-group";
import { createGroup } from "@/lib/groups/commands/create-group";
import { createInvite } from "@/lib/invites/commands/create-invite";
import type { Place } from "../place";
import type { ActionRow, ApiRow, FormOf, PageRow } from "../row-types";
import { askedToJoin } from "./ways-in";

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
  "GET /communities": { allowed: viewers, seeAs: 200, tells: "nobody" },
  "POST /communities": {
    body: () => ({ name: "Outra vila", description: "Perto" }),
    allowed: managers,
    tells: "nobody",
  },
  "GET /communities/{id}": { params: community, allowed: viewers, seeAs: 200, tells: "nobody" },
  "PATCH /communities/{id}": {
    params: community,
    body: () => ({ name: "Vila nova" }),
    allowed: managers,
    tells: "nobody",
  },
  "DELETE /communities/{id}": { params: community, allowed: managers, tells: "nobody" },
};

export const groupsApi: Record<string, ApiRow> = {
  "GET /communities/{id}/groups": { params: community, allowed: viewers, seeAs: 200, tells: "nobody" },
  "POST /communities/{id}/groups": {
    params: community,
    body: () => ({ name: "Trilhas" }),
    allowed: managers,
    tells: "nobody",
  },
  "GET /groups/{id}": { params: group, allowed: viewers, seeAs: 200, tells: "nobody" },
  "PATCH /groups/{id}": {
    params: group,
    body: () => ({ overflow: true }),
    allowed: managers,
    tells: "nobody",
  },
  "POST /groups/{id}/move": {
    params: group,
    body: async (place) => ({ communityId: await otherHouse(place) }),
    allowed: managers,
    tells: "nobody",
  },
  "POST /groups/{id}/split": {
    params: group,
    body: () => ({}),
    allowed: managers,
    tells: "nobody",
  },
  "DELETE /groups/{id}": { params: group, allowed: managers, tells: "nobody" },
};

export const membershipsApi: Record<string, ApiRow> = {
  "GET /communities/{id}/members": { params: community, allowed: viewers, seeAs: 200, tells: "names" },
  "POST /communities/{id}/members": {
    params: community,
    body: async (place) => ({ memberId: await place.newcomer() }),
    allowed: managers,
    tells: "names",
  },
  "PATCH /communities/{id}/members/{memberId}": {
    params: neighbourThere,
    body: () => ({ role: "admin" }),
    allowed: managers,
    tells: "names",
  },
  "DELETE /communities/{id}/members/{memberId}": {
    params: neighbourThere,
    allowed: managers,
    tells: "nobody",
  },
  "GET /groups/{id}/members": { params: group, allowed: viewers, seeAs: 200, tells: "names" },
  "POST /groups/{id}/members": {
    params: group,
    body: async (place) => ({ memberId: await place.newcomer() }),
    allowed: managers,
    tells: "nobody",
  },
  "PATCH /groups/{id}/members/{memberId}": {
    params: neighbourInRoom,
    body: () => ({ role: "admin" }),
    allowed: managers,
    tells: "names",
  },
  "POST /memberships/bulk": {
    body: async (place) => ({
      action: "add",
      groupIds: [place.groupId],
      memberIds: [await place.newcomer()],
    }),
    allowed: managers,
    tells: "nobody",
  },
  "DELETE /groups/{id}/members/{memberId}": { params: neighbourInRoom, allowed: managers, tells: "nobody" },
};

export const invitesApi: Record<string, ApiRow> = {
  "GET /invites": { allowed: managers, seeAs: 200, tells: "nobody" },
  "POST /invites": {
    body: ({ communityId }) => ({ communityId, maxUses: 5 }),
    allowed: managers,
    tells: "nobody",
  },
  "POST /invites/{id}/revoke": {
    params: async (place) => ({ id: await invite(place) }),
    allowed: managers,
    tells: "nobody",
  },
};

const otherHouse = (place: Place) =>
  place.once("other house", async () => (await createCommunity(place.owner, { name: "Vila ao lado" })).id);
const archived = (place: Place) =>
  place.once("archived community", async () => {
    const { id } = await createCommunity(place.owner, { name: "Vila de antes" });
    await setCommunityArchived(place.owner, { communityId: id, archived: true });
    return id;
  });
const archivedGroup = (place: Place) =>
  place.once("archived group", async () => {
    const { communityId, owner } = place;
    const { id } = await createGroup(owner, { communityId, name: "Sala de antes" });
    await setGroupArchived(owner, { groupId: id, archived: true });
    return id;
  });
const nameOf = async ({ owner, communityId }: Place) =>
  (await owner.db.community.findFirst({ where: { id: communityId }, select: { name: true } }))?.name ?? "";
const roomNameOf = async ({ owner, groupId }: Place) =>
  (await owner.db.group.findFirst({ where: { id: groupId }, select: { name: true } }))?.name ?? "";
const byManagers = (form: FormOf): ActionRow => ({
  for: "staff",
  form,
  allowed: managers,
  tells: "nobody",
});
const inCommunity = ({ communityId }: Place) => ({ communityId });
const inRoom = ({ groupId }: Place) => ({ groupId });

const joins: ActionRow = { for: "visitor", why: "the token of the invite names tenant and place" };

export const communitiesActions: Record<string, ActionRow> = {
  "communities/createCommunityAction": byManagers(() => ({ name: "Vila nova" })),
  "communities/updateCommunityAction": byManagers(({ communityId }) => ({
    communityId,
    name: "Outro nome",
    joinMode: "request",
  })),
  "communities/archiveCommunityAction": byManagers(inCommunity),
  "communities/restoreCommunityAction": byManagers(async (place) => ({ communityId: await archived(place) })),
  "communities/deleteCommunityAction": byManagers(async (place) => ({
    communityId: place.communityId,
    typedName: await nameOf(place),
  })),
  "groups/createGroupAction": byManagers(({ communityId }) => ({ communityId, name: "Trilhas" })),
  "groups/updateGroupAction": byManagers(({ groupId }) => ({ groupId, name: "Outra sala" })),
  "groups/archiveGroupAction": byManagers(inRoom),
  "groups/restoreGroupAction": byManagers(async (place) => ({ groupId: await archivedGroup(place) })),
  "groups/moveGroupAction": byManagers(async (place) => ({
    groupId: place.groupId,
    communityId: await otherHouse(place),
  })),
  "groups/splitGroupAction": byManagers(({ groupId }) => ({
    groupId,
    name: "Metade",
    newName: "Outra metade",
  })),
  "groups/deleteGroupAction": byManagers(async (place) => ({
    groupId: place.groupId,
    typedName: await roomNameOf(place),
  })),
  "invites/createInviteAction": byManagers(inCommunity),
  "invites/revokeInviteAction": byManagers(async (place) => ({ inviteId: await invite(place) })),
  "invites/joinAction": joins,
  "invites/joinAsSelfAction": joins,
  "invites/decideJoinRequestAction": byManagers(async (place) => ({
    requestId: await askedToJoin(place),
    approve: "yes",
  })),
  "memberships/addMembersAction": byManagers(async (place) => ({
    ...inCommunity(place),
    "memberIds[]": [await place.newcomer()],
  })),
  "memberships/bulkChangeAction": byManagers(async (place) => ({
    action: "promote",
    "groupIds[]": [place.groupId],
    "memberIds[]": [place.neighbourId],
  })),
  "memberships/setRoleAction": byManagers((place) => ({
    ...inCommunity(place),
    memberId: place.neighbourId,
    role: "admin",
  })),
  "memberships/removeMemberAction": byManagers((place) => ({
    ...inCommunity(place),
    memberId: place.neighbourId,
  })),
};

const COMMUNITY = "/t/[tenant]/communities/[communityId]";
const ROOM = `${COMMUNITY}/groups/[groupId]`;
const room = ({ communityId, groupId }: Place) => ({ communityId, groupId });

export const communitiesPages: Record<string, PageRow> = {
  "/t/[tenant]/communities": { allowed: viewers, tells: "nobody" },
  "/t/[tenant]/communities/new": { allowed: managers, tells: "nobody" },
  [COMMUNITY]: { allowed: viewers, params: inCommunity, tells: "names" },
  [`${COMMUNITY}/members`]: { allowed: viewers, params: inCommunity, tells: "names" },
  [`${COMMUNITY}/members/bans`]: { allowed: managers, params: inCommunity, tells: "names" },
  [`${COMMUNITY}/members/bulk`]: { allowed: managers, params: inCommunity, tells: "profiles" },
  [`${COMMUNITY}/members/add`]: { allowed: managers, params: inCommunity, tells: "profiles" },
  [`${COMMUNITY}/invites`]: { allowed: managers, params: inCommunity, tells: "names" },
  [`${COMMUNITY}/settings`]: { allowed: managers, params: inCommunity, tells: "names" },
  [`${COMMUNITY}/groups/new`]: { allowed: managers, params: inCommunity, tells: "nobody" },
  [`${ROOM}/move`]: { allowed: managers, params: room, tells: "nobody" },
  [`${ROOM}/split`]: { allowed: managers, params: room, tells: "nobody" },
  [ROOM]: { allowed: viewers, params: room, tells: "names" },
  [`${ROOM}/add`]: { allowed: managers, params: room, tells: "profiles" },
};
