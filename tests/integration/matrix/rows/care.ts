import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { setCommunityRole } from "@/lib/communities/commands/set-community-role";
import { unsafeTellHeir } from "@/lib/communities/commands/tell-heir";
import { suspendMember } from "@/lib/memberships/commands/suspend-member";
import { systemTellLoneAdmins } from "@/lib/memberships/commands/tell-lone-admins";
import { newId } from "@/lib/shared/ids";
import { aMember } from "../../../support/world";
import type { Place } from "../place";
import type { ActionRow, ApiRow, FormOf, JobRow, MailRow, PageRow } from "../row-types";
import { ledHouse } from "./ways-in";

// Who looks after a place: its successor (H9), the team that works in it (R2, R3), and people who are shut out.
const managers = ["owner", "admin"] as const;
const community = ({ communityId }: Place) => ({ id: communityId });
const group = ({ groupId }: Place) => ({ id: groupId });
const neighbour = ({ neighbourId }: Place) => ({ memberId: neighbourId });
const agentOf = ({ here }: Place) => here.staff.agent.staffId;
/** Of nobody else's rows: what is done to them stays. */
const somebody = ({ here }: Place) => aMember(here.tenantId);
const outsider = (place: Place) => place.once("one to shut out", () => somebody(place));
const suspended = (place: Place) =>
  place.once("somebody shut out", async () => {
    const id = await somebody(place);
    await suspendMember(place.owner, id);
    return id;
  });

export const careApi: Record<string, ApiRow> = {
  "GET /communities/{id}/succession": { params: community, allowed: managers, seeAs: 403, tells: "names" },
  "PATCH /communities/{id}/succession": {
    params: community,
    body: neighbour,
    allowed: managers,
    tells: "names",
  },
  "GET /groups/{id}/succession": { params: group, allowed: managers, seeAs: 403, tells: "names" },
  "PATCH /groups/{id}/succession": { params: group, body: neighbour, allowed: managers, tells: "names" },
  "GET /communities/{id}/grants": { params: community, allowed: managers, seeAs: 403, tells: "nobody" },
  "POST /communities/{id}/grants": {
    params: community,
    body: (place) => ({ staffId: agentOf(place) }),
    allowed: managers,
    tells: "nobody",
  },
  "DELETE /communities/{id}/grants/{staffId}": {
    params: (place) => ({ ...community(place), staffId: agentOf(place) }),
    allowed: managers,
    tells: "nobody",
  },
  "POST /members/{id}/suspend": {
    params: async (place) => ({ id: await outsider(place) }),
    allowed: managers,
    tells: "nobody",
  },
  "POST /members/{id}/reinstate": {
    params: async (place) => ({ id: await suspended(place) }),
    allowed: managers,
    tells: "nobody",
  },
};

/** Somebody of the house that the member administers, to be its heir. */
const heirThere = (place: Place) =>
  place.once("heir there", async () => {
    const [communityId, memberId] = [await ledHouse(place), await somebody(place)];
    await addCommunityMembers(place.owner, { communityId, memberIds: [memberId] });
    return { communityId, memberId };
  });
const byManagers = (form: FormOf): ActionRow => ({ for: "staff", form, allowed: managers, tells: "nobody" });

export const careActions: Record<string, ActionRow> = {
  "communities/setCommunityGrantsAction": byManagers((place) => ({
    communityId: place.communityId,
    "staffIds[]": [agentOf(place)],
  })),
  "communities/setOwnCommunityGrantsAction": {
    for: "member",
    form: async (place) => ({ communityId: await ledHouse(place), "staffIds[]": [agentOf(place)] }),
    tells: "nobody",
  },
  "memberships/nameSuccessorAction": byManagers((place) => ({
    communityId: place.communityId,
    groupId: "",
    ...neighbour(place),
  })),
  "memberships/nameOwnSuccessorAction": {
    for: "member",
    form: async (place) => ({ ...(await heirThere(place)), groupId: "" }),
    tells: "nobody",
  },
  "memberships/suspendMemberAction": byManagers(async (place) => ({ memberId: await outsider(place) })),
  "memberships/reinstateMemberAction": byManagers(async (place) => ({ memberId: await suspended(place) })),
};

const mail = () => ({ id: newId(), to: "alguem@vila.example", subject: "Oi", text: "Oi", html: "<p>Oi</p>" });

export const careJobs: Record<string, JobRow> = {
  send_staff_mail: {
    payload: ({ here }) => ({ staffId: here.staff.owner.staffId, roles: ["owner"], mail: mail() }),
  },
  "memberships.send_admin_mail": {
    payload: async (place) => {
      const communityId = await ledHouse(place);
      return { memberId: place.memberId, placeIds: [communityId], mail: mail() };
    },
  },
  "memberships.tell_lone_admins": { alone: "looks for places that hang on one person, in its own tenant" },
  "memberships.watch_admins": { platform: "queues a job for each tenant, and reads nothing more" },
};

export const carePages: Record<string, PageRow> = {
  "/m/[tenant]/manage/[id]/care": {
    allowed: "members",
    params: async (place) => ({ id: await ledHouse(place) }),
    tells: "names",
  },
};

export const careMails: Record<string, MailRow> = {
  "lib/memberships/commands/tell-lone-admins.ts": {
    send: async (place) => {
      await ledHouse(place);
      await systemTellLoneAdmins(place.owner);
    },
    tells: "nobody",
  },
  "lib/communities/commands/tell-heir.ts": {
    send: async (place) => {
      const { communityId, groupId, memberId, owner } = place;
      await setCommunityRole(owner, { communityId, memberId, role: "admin" });
      await unsafeTellHeir(owner, { communityId, groupId, name: "Sala" }, memberId);
    },
    tells: "nobody",
  },
};
