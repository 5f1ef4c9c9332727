import { postMessage } from "@/lib/conversations/commands/post-message";
import { asMember, type Place } from "../place";
import type { ApiRow } from "../row-types";

const moderators = ["owner", "admin", "agent"] as const;
const room = ({ groupId }: Place) => ({ id: groupId });

const message = (place: Place) =>
  place.once("message", async () => {
    const author = asMember(place, place.neighbourId);
    return (await postMessage(author, { groupId: place.groupId, body: "Quem vai amanhã?" })).id;
  });

/** The stranger talks in their own room. */
export async function strangerPosts(place: Place): Promise<void> {
  const { stranger, strangersGroupId } = place;
  await postMessage(asMember(place, stranger.id), { groupId: strangersGroupId, body: "Daqui ninguém me vê" });
}

export const conversationsApi: Record<string, ApiRow> = {
  "GET /groups/{id}/messages": { params: room, allowed: moderators, seeAs: 200, tells: "names" },
  "POST /groups/{id}/messages": {
    params: room,
    body: () => ({ body: "Bom dia" }),
    allowed: moderators,
    tells: "names",
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
