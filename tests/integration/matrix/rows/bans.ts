import { banMember } from "@/lib/bans/commands/ban-member";
import type { Place } from "../place";
import type { ActionRow, ApiRow, PageRow } from "../row-types";

const managers = ["owner", "admin"] as const;
const somebody = async (place: Place) => ({
  communityId: place.communityId,
  memberId: await place.newcomer(),
});
const ban = (place: Place) =>
  place.once("ban", async () => (await banMember(place.owner, await somebody(place))).id);

export const bansApi: Record<string, ApiRow> = {
  "GET /bans": { allowed: managers, seeAs: 403, tells: "names" },
  "POST /bans": { body: somebody, allowed: managers, tells: "names" },
  "POST /bans/{id}/lift": {
    params: async (place) => ({ id: await ban(place) }),
    allowed: managers,
    tells: "names",
  },
};

export const bansActions: Record<string, ActionRow> = {
  "bans/banMemberAction": { for: "staff", form: somebody, allowed: managers, tells: "nobody" },
  "bans/liftBanAction": {
    for: "staff",
    form: async (place) => ({ banId: await ban(place) }),
    allowed: managers,
    tells: "nobody",
  },
};

export const bansPages: Record<string, PageRow> = {
  "/t/[tenant]/members/bans": { allowed: managers, tells: "names" },
};
