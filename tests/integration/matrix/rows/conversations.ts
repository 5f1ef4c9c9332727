import { postMessage } from "@/lib/conversations/commands/post-message";
import { reportMessage } from "@/lib/conversations/commands/report-message";
import { silenceMember } from "@/lib/conversations/commands/silence-member";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { setGroupRole } from "@/lib/groups/commands/set-group-role";
import { aPhoto } from "../../../support/media";
import { aMember } from "../../../support/world";
import { asMember, type Place } from "../place";
import type { ActionRow, ApiRow, JobRow, PageRow } from "../row-types";

const moderators = ["owner", "admin", "agent"] as const;
const room = ({ groupId }: Place) => ({ id: groupId });

const message = (place: Place) =>
  place.once("message", async () => {
    const author = asMember(place, place.neighbourId);
    return (await postMessage(author, { groupId: place.groupId, body: "Quem vai amanhã?" })).id;
  });

/** Somebody new to the room: whoever looks after it cannot be silenced. */
const newcomer = async ({ here, owner, groupId }: Place) => {
  const memberId = await aMember(here.tenantId, { name: "Recém-chegada" });
  await addGroupMembers(owner, { groupId, memberIds: [memberId] });
  return memberId;
};

/** A message that somebody has reported. */
const reported = async (place: Place) => {
  const author = asMember(place, await newcomer(place));
  const { id } = await postMessage(author, { groupId: place.groupId, body: "Compre já" });
  await reportMessage(asMember(place, await newcomer(place)), { id, reason: "Não é daqui" });
  return id;
};

/** Somebody who may not write for an hour. */
const silenced = async (place: Place) => {
  const { groupId } = place;
  const memberId = await newcomer(place);
  await silenceMember(place.owner, { groupId, memberId, minutes: 60 });
  return { id: groupId, memberId };
};

/** The stranger talks in their own room. */
export async function strangerPosts(place: Place): Promise<void> {
  const { stranger, strangersGroupId } = place;
  await postMessage(asMember(place, stranger.id), { groupId: strangersGroupId, body: "Daqui ninguém me vê" });
}

export const conversationsApi: Record<string, ApiRow> = {
  "GET /groups/{id}/messages": { params: room, allowed: moderators, seeAs: 200, tells: "names" },
  "GET /groups/{id}/changes": { params: room, allowed: moderators, seeAs: 200, tells: "names" },
  "POST /groups/{id}/messages": {
    params: room,
    body: () => ({ body: "Bom dia" }),
    allowed: moderators,
    tells: "names",
  },
  "GET /messages/{id}/around": {
    params: async (place) => ({ id: await message(place) }),
    allowed: moderators,
    seeAs: 200,
    tells: "names",
  },
  "GET /messages/{id}/reactions": {
    params: async (place) => ({ id: await message(place) }),
    allowed: moderators,
    seeAs: 200,
    tells: "names",
  },
  "POST /messages/{id}/reactions": {
    params: async (place) => ({ id: await message(place) }),
    body: () => ({ emoji: "🎉" }),
    allowed: moderators,
    tells: "names",
  },
  "DELETE /messages/{id}/reactions": {
    params: async (place) => ({ id: await message(place) }),
    allowed: moderators,
    tells: "nobody",
  },
  "POST /messages/{id}/pin": {
    params: async (place) => ({ id: await message(place) }),
    allowed: moderators,
    tells: "names",
  },
  "DELETE /messages/{id}/pin": {
    params: async (place) => ({ id: await message(place) }),
    allowed: moderators,
    tells: "nobody",
  },
  "POST /messages/{id}/reports": {
    params: async (place) => ({ id: await message(place) }),
    body: () => ({ reason: "Não é daqui" }),
    allowed: moderators,
    tells: "nobody",
  },
  "POST /messages/{id}/reports/decide": {
    params: async (place) => ({ id: await reported(place) }),
    body: () => ({ remove: false }),
    allowed: moderators,
    tells: "nobody",
  },
  "GET /groups/{id}/reports": { params: room, allowed: moderators, seeAs: 403, tells: "names" },
  "GET /groups/{id}/silences": { params: room, allowed: moderators, seeAs: 403, tells: "names" },
  "POST /groups/{id}/silences": {
    params: room,
    body: async (place) => ({ memberId: await newcomer(place), minutes: 60 }),
    allowed: moderators,
    tells: "names",
  },
  "DELETE /groups/{id}/silences/{memberId}": {
    params: silenced,
    allowed: moderators,
    tells: "nobody",
  },
  "POST /messages/{id}/reveal-phone": {
    params: async (place) => ({ id: await reported(place) }),
    allowed: moderators,
    tells: "phones",
  },
  "GET /groups/{id}/room-rules": { params: room, allowed: moderators, seeAs: 403, tells: "nobody" },
  "POST /groups/{id}/refused-words": {
    params: room,
    body: () => ({ words: ["golpe"] }),
    allowed: moderators,
    tells: "nobody",
  },
  "POST /groups/{id}/slow-mode": {
    params: room,
    body: () => ({ seconds: 10 }),
    allowed: moderators,
    tells: "nobody",
  },
  "PATCH /messages/{id}": {
    params: async (place) => ({ id: await message(place) }),
    body: () => ({ body: "Quem vai no domingo?" }),
    allowed: ["owner", "admin"],
    tells: "names",
  },
  "DELETE /messages/{id}": {
    params: async (place) => ({ id: await message(place) }),
    allowed: moderators,
    tells: "nobody",
  },
};

/** A message of the member who has a login. */
const ownMessage = (place: Place) =>
  place.once("own message", async () => {
    const { id } = await postMessage(asMember(place, place.memberId), {
      groupId: place.groupId,
      body: "Eu vou",
    });
    return id;
  });

/** The member who has a login looks after the room. */
const leads = (place: Place) =>
  setGroupRole(place.owner, { groupId: place.groupId, memberId: place.memberId, role: "admin" });

export const conversationsActions: Record<string, ActionRow> = {
  "conversations/postMessageAction": {
    for: "member",
    form: ({ groupId }) => ({ groupId, body: "Bom dia" }),
    tells: "names",
  },
  "conversations/editMessageAction": {
    for: "member",
    form: async (place) => ({ id: await ownMessage(place), body: "Eu vou, sim" }),
    tells: "names",
  },
  "conversations/removeMessageAction": {
    for: "member",
    form: async (place) => ({ id: await ownMessage(place) }),
    tells: "names",
  },
  "conversations/reactAction": {
    for: "member",
    form: async (place) => ({ id: await message(place), emoji: "🎉" }),
    tells: "names",
  },
  "conversations/reactAsStaffAction": {
    for: "staff",
    form: async (place) => ({ id: await message(place), emoji: "🎉" }),
    allowed: moderators,
    reach: "granted",
    tells: "names",
  },
  "conversations/pinMessageAction": {
    for: "member",
    form: async (place) => {
      await leads(place);
      return { id: await message(place), pinned: "true" };
    },
    tells: "names",
  },
  "conversations/pinMessageAsStaffAction": {
    for: "staff",
    form: async (place) => ({ id: await message(place), pinned: "true" }),
    allowed: moderators,
    reach: "granted",
    tells: "names",
  },
  "conversations/reportMessageAction": {
    for: "member",
    form: async (place) => ({ id: await message(place), reason: "Não é daqui" }),
    tells: "names",
  },
  "conversations/decideReportsAction": {
    for: "member",
    form: async (place) => {
      await leads(place);
      return { id: await reported(place), remove: "false" };
    },
    tells: "nobody",
  },
  "conversations/decideReportsAsStaffAction": {
    for: "staff",
    form: async (place) => ({ id: await reported(place), remove: "false" }),
    allowed: moderators,
    reach: "granted",
    tells: "nobody",
  },
  "conversations/silenceMemberAction": {
    for: "member",
    form: async (place) => {
      await leads(place);
      return { groupId: place.groupId, memberId: await newcomer(place), minutes: "60" };
    },
    tells: "nobody",
  },
  "conversations/silenceMemberAsStaffAction": {
    for: "staff",
    form: async (place) => ({ groupId: place.groupId, memberId: await newcomer(place), minutes: "60" }),
    allowed: moderators,
    reach: "granted",
    tells: "nobody",
  },
  "conversations/endSilenceAction": {
    for: "member",
    form: async (place) => {
      await leads(place);
      const { id, memberId } = await silenced(place);
      return { groupId: id, memberId };
    },
    tells: "nobody",
  },
  "conversations/endSilenceAsStaffAction": {
    for: "staff",
    form: async (place) => {
      const { id, memberId } = await silenced(place);
      return { groupId: id, memberId };
    },
    allowed: moderators,
    reach: "granted",
    tells: "nobody",
  },
  "conversations/revealPhoneAction": {
    for: "staff",
    form: async (place) => ({ id: await reported(place) }),
    allowed: moderators,
    reach: "granted",
    tells: "phones",
  },
  "conversations/refuseWordsAction": {
    for: "member",
    form: async (place) => {
      await leads(place);
      return { groupId: place.groupId, words: "golpe" };
    },
    tells: "nobody",
  },
  "conversations/refuseWordsAsStaffAction": {
    for: "staff",
    form: ({ groupId }) => ({ groupId, words: "golpe" }),
    allowed: moderators,
    reach: "granted",
    tells: "nobody",
  },
  "conversations/setSlowModeAction": {
    for: "member",
    form: async (place) => {
      await leads(place);
      return { groupId: place.groupId, seconds: "10" };
    },
    tells: "nobody",
  },
  "conversations/setSlowModeAsStaffAction": {
    for: "staff",
    form: ({ groupId }) => ({ groupId, seconds: "10" }),
    allowed: moderators,
    reach: "granted",
    tells: "nobody",
  },
  "conversations/postMessageAsStaffAction": {
    for: "staff",
    form: ({ groupId }) => ({ groupId, body: "Bom dia" }),
    allowed: moderators,
    reach: "granted",
    tells: "names",
  },
  "conversations/removeMessageAsStaffAction": {
    for: "staff",
    form: async (place) => ({ id: await message(place) }),
    allowed: moderators,
    reach: "granted",
    tells: "names",
  },
};

export const conversationsJobs: Record<string, JobRow> = {
  "conversations.tell_mentions": {
    payload: async (place) => {
      const body = "Vamos, @Vizinha?";
      const mentions = [place.neighbourId];
      const { name } = await place.owner.db.member.findFirstOrThrow({ where: { id: place.neighbourId } });
      const author = asMember(place, place.memberId);
      const said = { groupId: place.groupId, body: body.replace("Vizinha", name), mentions };
      return { messageId: (await postMessage(author, said)).id };
    },
  },
  "conversations.preview_link": {
    payload: async (place) => {
      const author = asMember(place, place.neighbourId);
      await postMessage(author, { groupId: place.groupId, body: "Vejam http://127.0.0.1:9/pagina" });
      const { id } = await place.owner.db.linkPreview.findFirstOrThrow();
      return { previewId: id };
    },
  },
};

export const conversationsPages: Record<string, PageRow> = {
  "/m/[tenant]/groups/[id]/search": { allowed: "members", search: "?q=bom", tells: "names" },
  "/m/[tenant]/groups/[id]/care": { allowed: "members", tells: "names" },
  "/t/[tenant]/communities/[communityId]/groups/[groupId]/care": { allowed: moderators, tells: "names" },
  "/t/[tenant]/communities/[communityId]/groups/[groupId]/search": {
    allowed: moderators,
    search: "?q=bom",
    tells: "names",
  },
  "/t/[tenant]/communities/[communityId]/groups/[groupId]/talk": { allowed: moderators, tells: "names" },
  "POST /m/[tenant]/groups/[id]/media": {
    allowed: "members",
    params: room,
    body: () => aPhoto(),
    tells: "nobody",
  },
  "POST /t/[tenant]/groups/[id]/media": {
    allowed: moderators,
    params: room,
    body: () => aPhoto(),
    tells: "nobody",
  },
  "GET /m/[tenant]/groups/[id]/messages": { allowed: "members", params: room, tells: "names" },
  "GET /m/[tenant]/messages/[id]/reactions": {
    allowed: "members",
    params: async (place) => ({ id: await message(place) }),
    tells: "names",
  },
  "GET /t/[tenant]/messages/[id]/reactions": {
    allowed: moderators,
    params: async (place) => ({ id: await message(place) }),
    tells: "names",
  },
  "GET /m/[tenant]/groups/[id]/people/callable": {
    allowed: "members",
    params: room,
    query: () => ({ q: "a" }),
    tells: "names",
  },
  "GET /t/[tenant]/groups/[id]/people/callable": {
    allowed: moderators,
    params: room,
    query: () => ({ q: "a" }),
    tells: "names",
  },
  "GET /m/[tenant]/groups/[id]/changes": { allowed: "members", params: room, tells: "names" },
  "GET /t/[tenant]/groups/[id]/messages": { allowed: moderators, params: room, tells: "names" },
  "GET /t/[tenant]/groups/[id]/changes": { allowed: moderators, params: room, tells: "names" },
};
