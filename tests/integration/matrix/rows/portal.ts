import { createGroup } from "@/lib/groups/commands/create-group";
import { turnOnPush } from "@/lib/push/commands/turn-on";
import { aDevice } from "../../../support/push-device";
import type { Place } from "../place";
import type { ActionRow, PageRow } from "../row-types";
import { sentOccurrence } from "./announcements";

/** A room of the community whose door is open to the member. */
const openRoom = (place: Place) =>
  place.once(
    "open room",
    async () => (await createGroup(place.owner, { communityId: place.communityId, name: "Quintal" })).id,
  );

const byLink = { for: "visitor", why: "the signed token of a message names tenant and person" } as const;

const aPushForm = () => {
  const { endpoint, keys } = aDevice().subscription;
  return { endpoint, ...keys, userAgent: "Firefox on Linux" };
};

export const portalActions: Record<string, ActionRow> = {
  "consent/refuseByLinkAction": byLink,
  "consent/acceptByLinkAction": byLink,
  "consent/chooseConsentsAction": {
    for: "member",
    form: () => ({ "announcements[]": ["email"] }),
    tells: "nobody",
  },
  "consent/moveChannelAction": {
    for: "member",
    form: () => ({ channel: "email", by: "-1" }),
    tells: "nobody",
  },
  "push/turnOnPushAction": { for: "member", form: aPushForm, tells: "nobody" },
  "push/turnOffPushAction": {
    for: "member",
    form: async ({ owner, memberId }) => turnOnPush(owner, memberId, aDevice().subscription),
    tells: "nobody",
  },
  "memberships/joinGroupAction": {
    for: "member",
    form: async (place) => ({ groupId: await openRoom(place) }),
    tells: "nobody",
  },
  "memberships/leaveGroupAction": { for: "member", form: ({ groupId }) => ({ groupId }), tells: "nobody" },
  "memberships/leaveCommunityAction": {
    for: "member",
    form: ({ communityId }) => ({ communityId }),
    tells: "nobody",
  },
};

export const portalPages: Record<string, PageRow> = {
  "/m/[tenant]": { allowed: "members", tells: "nobody" },
  "/m/[tenant]/looking": { allowed: "members", tells: "nobody" },
  "/m/[tenant]/announcements/[id]": {
    allowed: "members",
    params: async (place) => ({ id: (await sentOccurrence(place)).id }),
    tells: "nobody",
  },
  "/m/[tenant]/groups": { allowed: "members", tells: "nobody" },
  "/m/[tenant]/groups/[id]": { allowed: "members", tells: "names" },
  "/m/[tenant]/groups/[id]/people": { allowed: "members", tells: "phones" },
  "/m/[tenant]/ideas": { allowed: "members", tells: "nobody" },
  "/m/[tenant]/ideas/[id]": { allowed: "members", tells: "nobody" },
  "/m/[tenant]/me": { allowed: "members", tells: "profiles" },
  "POST /m/[tenant]/seen": {
    allowed: "members",
    body: async (place) => ({ occurrenceIds: [(await sentOccurrence(place)).id], groupId: place.groupId }),
    tells: "nobody",
  },
};
