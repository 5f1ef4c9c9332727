import { createGroup } from "@/lib/groups/commands/create-group";
import type { Place } from "../place";
import type { ActionRow, PageRow } from "../row-types";
import { sentOccurrence } from "./announcements";

/** A room of the community whose door is open to the member. */
const openRoom = (place: Place) =>
  place.once(
    "open room",
    async () => (await createGroup(place.owner, { communityId: place.communityId, name: "Quintal" })).id,
  );

export const portalActions: Record<string, ActionRow> = {
  "consent/chooseConsentsAction": { for: "member", form: () => ({ announcements: "on" }) },
  "conversations/postMessageAction": {
    for: "member",
    form: ({ groupId }) => ({ groupId, body: "Bom dia" }),
  },
  "memberships/joinGroupAction": {
    for: "member",
    form: async (place) => ({ groupId: await openRoom(place) }),
  },
  "memberships/leaveGroupAction": { for: "member", form: ({ groupId }) => ({ groupId }) },
  "memberships/leaveCommunityAction": { for: "member", form: ({ communityId }) => ({ communityId }) },
};

export const portalPages: Record<string, PageRow> = {
  "/m/[tenant]": { allowed: "members" },
  "/m/[tenant]/groups": { allowed: "members" },
  "/m/[tenant]/groups/[id]": { allowed: "members" },
  "/m/[tenant]/groups/[id]/people": { allowed: "members" },
  "/m/[tenant]/ideas": { allowed: "members" },
  "/m/[tenant]/ideas/[id]": { allowed: "members" },
  "/m/[tenant]/me": { allowed: "members" },
  "POST /m/[tenant]/seen": {
    allowed: "members",
    body: async (place) => ({ occurrenceIds: [(await sentOccurrence(place)).id], groupId: place.groupId }),
  },
};
