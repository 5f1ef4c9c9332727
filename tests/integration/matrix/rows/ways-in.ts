import { banMember } from "@/lib/bans/commands/ban-member";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { createCommunity } from "@/lib/communities/commands/create-community";
import { updateCommunity } from "@/lib/communities/commands/update-community";
import { declineSuggestion } from "@/lib/groups/commands/decide-suggestion";
import { suggestGroup } from "@/lib/groups/commands/suggest-group";
import { tellComeIn, tellSuggestionDecided } from "@/lib/groups/commands/tell-people";
import { unsafeWaitForRoom } from "@/lib/groups/commands/wait-for-room";
import { createInvite } from "@/lib/invites/commands/create-invite";
import { newId } from "@/lib/shared/ids";
import { asMember, type Place } from "../place";
import type { ActionRow, ApiRow, FormOf, JobRow, MailRow, PageRow } from "../row-types";

// Ways into communities and rooms beside the direct one: requests, suggestions, invites and what came of them, queues.
const managers = ["owner", "admin"] as const;
const community = ({ communityId }: Place) => ({ id: communityId });

export const askedToJoin = (place: Place, communityId = place.communityId) =>
  place.once(`request at ${communityId}`, async () => {
    const [id, memberId] = [newId(), await place.newcomer()];
    await place.owner.db.joinRequest.create({ data: { id, communityId, memberId } });
    return id;
  });
const suggested = (place: Place) =>
  place.once("suggestion", async () => {
    const { communityId, memberId } = place;
    return (await suggestGroup(asMember(place, memberId), { communityId, name: "Leitura" })).id;
  });
const invited = (place: Place) =>
  place.once("invite for ways in", async () => {
    const { communityId, groupId, owner } = place;
    return (await createInvite(owner, { communityId, groupId })).id;
  });
const queued = (place: Place) =>
  place.once("queue", async () => {
    const { communityId, strangersGroupId: groupId, memberId, owner } = place;
    await unsafeWaitForRoom(owner, { communityId, groupId, memberId, inviteId: null, invitedBy: null });
    return groupId;
  });

export const waysInApi: Record<string, ApiRow> = {
  "GET /communities/{id}/join-requests": {
    params: community,
    allowed: managers,
    seeAs: 403,
    tells: "names",
  },
  "POST /join-requests/{id}/approve": {
    params: async (place) => ({ id: await askedToJoin(place) }),
    allowed: managers,
    tells: "nobody",
  },
  "POST /join-requests/{id}/refuse": {
    params: async (place) => ({ id: await askedToJoin(place) }),
    allowed: managers,
    tells: "nobody",
  },
  "GET /communities/{id}/group-suggestions": {
    params: async (place) => {
      await suggested(place);
      return community(place);
    },
    allowed: managers,
    seeAs: 403,
    tells: "names",
  },
  "POST /communities/{id}/group-suggestions": {
    params: community,
    body: () => ({ name: "Leitura", description: "Um livro por mês" }),
    allowed: managers,
    tells: "nobody",
  },
  "POST /group-suggestions/{id}/approve": {
    params: async (place) => ({ id: await suggested(place) }),
    allowed: managers,
    tells: "nobody",
  },
  "POST /group-suggestions/{id}/decline": {
    params: async (place) => ({ id: await suggested(place) }),
    body: () => ({ reason: "Já temos um grupo parecido" }),
    allowed: managers,
    tells: "names",
  },
  "GET /invites/{id}": {
    params: async (place) => ({ id: await invited(place) }),
    allowed: managers,
    seeAs: 403,
    tells: "nobody",
  },
  "GET /invites/{id}/members": {
    params: async (place) => ({ id: await invited(place) }),
    allowed: managers,
    seeAs: 403,
    tells: "names",
  },
  "GET /groups/{id}/waiting": {
    params: async (place) => ({ id: await queued(place) }),
    allowed: managers,
    seeAs: 403,
    tells: "names",
  },
};

/** A house of its own that the member administers, with one person more; and what waits there. */
export const ledHouse = (place: Place) =>
  place.once("led house", async () => {
    const { owner, memberId } = place;
    const { id: communityId } = await createCommunity(owner, { name: "Vila da vizinha" });
    await addCommunityMembers(owner, { communityId, memberIds: [memberId], role: "admin" });
    return communityId;
  });
const inhabited = (place: Place) =>
  place.once("inhabited house", async () => {
    const [communityId, memberId] = [await ledHouse(place), await place.newcomer()];
    await addCommunityMembers(place.owner, { communityId, memberIds: [memberId] });
    return { communityId, memberId };
  });
const suggestedThere = (place: Place) =>
  place.once("suggestion there", async () => {
    const communityId = await ledHouse(place);
    return (await suggestGroup(place.owner, { communityId, name: "Leitura" })).id;
  });
const invitedThere = (place: Place) =>
  place.once("invite there", async () => {
    const communityId = await ledHouse(place);
    return (await createInvite(place.owner, { communityId })).id;
  });
const bannedThere = (place: Place) =>
  place.once("ban there", async () => {
    const { communityId, memberId } = await inhabited(place);
    return (await banMember(place.owner, { communityId, memberId })).id;
  });
const openHouse = (place: Place) =>
  place.once("open house", async () => {
    const { id } = await createCommunity(place.owner, { name: "Vila aberta" });
    await updateCommunity(place.owner, { communityId: id, joinMode: "open" });
    return id;
  });
const byMember = (form: FormOf): ActionRow => ({ for: "member", form, tells: "nobody" });
const byManagers = (form: FormOf): ActionRow => ({ for: "staff", form, allowed: managers, tells: "nobody" });

export const waysInActions: Record<string, ActionRow> = {
  "groups/approveSuggestionAction": byManagers(async (place) => ({ suggestionId: await suggested(place) })),
  "groups/declineSuggestionAction": byManagers(async (place) => ({
    suggestionId: await suggested(place),
    reason: "Agora não",
  })),
  "groups/suggestGroupAction": byMember(({ communityId }) => ({ communityId, name: "Leitura" })),
  "groups/stopWaitingAction": byMember(async (place) => ({ groupId: await queued(place) })),
  "groups/approveSuggestionInPortalAction": byMember(async (place) => ({
    suggestionId: await suggestedThere(place),
  })),
  "groups/declineSuggestionInPortalAction": byMember(async (place) => ({
    suggestionId: await suggestedThere(place),
    reason: "Agora não",
  })),
  "invites/createInviteInPortalAction": byMember(async (place) => ({ communityId: await ledHouse(place) })),
  "invites/revokeInviteInPortalAction": byMember(async (place) => ({
    inviteId: await invitedThere(place),
  })),
  "invites/decideJoinRequestInPortalAction": byMember(async (place) => ({
    requestId: await askedToJoin(place, await ledHouse(place)),
    approve: "yes",
  })),
  "invites/joinCommunityAction": byMember(async (place) => ({ communityId: await openHouse(place) })),
  "memberships/setRoleInPortalAction": byMember(async (place) => ({
    ...(await inhabited(place)),
    role: "admin",
  })),
  "memberships/removeInPortalAction": byMember(inhabited),
  "bans/banInPortalAction": byMember(inhabited),
  "accounts/seeAsInPortalAction": byMember(inhabited),
  "bans/liftBanInPortalAction": byMember(async (place) => ({ banId: await bannedThere(place) })),
};

export const waysInJobs: Record<string, JobRow> = {
  admit_waiting: {
    payload: async (place) => {
      await queued(place);
      return { communityId: place.communityId };
    },
  },
  tell_come_in: {
    payload: ({ communityId, groupId, memberId }) => ({ communityId, groupId, memberId, why: "accepted" }),
  },
  tell_suggestion_decided: {
    payload: async (place) => {
      const suggestionId = await suggested(place);
      await declineSuggestion(place.owner, { suggestionId, reason: "" });
      return { suggestionId };
    },
  },
  sweep_waiting: { platform: "queues a job for each community where somebody waits, and reads nothing more" },
};

const COMMUNITY = "/t/[tenant]/communities/[communityId]";
const MANAGE = "/m/[tenant]/manage/[id]";
const there = async (place: Place) => ({ id: await ledHouse(place) });

export const waysInPages: Record<string, PageRow> = {
  [`${COMMUNITY}/requests`]: {
    allowed: managers,
    params: ({ communityId }) => ({ communityId }),
    tells: "names",
  },
  [`${COMMUNITY}/invites/[inviteId]`]: {
    allowed: managers,
    params: async (place) => ({ communityId: place.communityId, inviteId: await invited(place) }),
    tells: "names",
  },
  [`${COMMUNITY}/groups/[groupId]/waiting`]: {
    allowed: managers,
    params: async (place) => ({ communityId: place.communityId, groupId: await queued(place) }),
    tells: "names",
  },
  "/m/[tenant]/manage": { allowed: "members", tells: "nobody" },
  [MANAGE]: { allowed: "members", params: there, tells: "names" },
  [`${MANAGE}/people`]: { allowed: "members", params: there, tells: "phones" },
  [`${MANAGE}/invites`]: { allowed: "members", params: there, tells: "nobody" },
  [`${MANAGE}/see-as`]: { allowed: "members", params: there, tells: "profiles" },
  [`${MANAGE}/bans`]: { allowed: "members", params: there, tells: "names" },
};

export const waysInMails: Record<string, MailRow> = {
  "lib/groups/commands/tell-people.ts": {
    send: async (place) => {
      const { communityId, groupId, memberId, owner } = place;
      await tellComeIn(owner, { communityId, groupId, memberId, why: "place_free" });
      const suggestionId = await suggested(place);
      await declineSuggestion(owner, { suggestionId, reason: "Agora não" });
      await tellSuggestionDecided(owner, { suggestionId });
    },
    tells: "nobody",
  },
};
