import { newId } from "@/lib/shared/ids";
import type { Place } from "../place";
import type { ActionRow, ApiRow, PageRow } from "../row-types";

const viewers = ["owner", "admin", "marketer", "agent"] as const;
const managers = ["owner", "admin"] as const;
const neighbour = ({ neighbourId }: Place) => ({ id: neighbourId });
const self = ({ memberId }: Place) => ({ id: memberId });

const bulk = async (place: Place) => ({ memberIds: [await place.newcomer()] });

export const membersApi: Record<string, ApiRow> = {
  "POST /communities/{id}/members/bulk": {
    params: ({ communityId }) => ({ id: communityId }),
    body: bulk,
    allowed: managers,
  },
  "POST /groups/{id}/members/bulk": {
    params: ({ groupId }) => ({ id: groupId }),
    body: bulk,
    allowed: managers,
  },
  "GET /members": { allowed: viewers, seeAs: 200 },
  "POST /members": {
    body: () => ({ name: "Rita Novaes", identifiers: [{ kind: "email", value: `${newId()}@casa.example` }] }),
    allowed: managers,
  },
  "GET /members/{id}": { params: neighbour, allowed: viewers, seeAs: 200 },
  "PATCH /members/{id}": { params: neighbour, body: () => ({ tags: ["corre"] }), allowed: managers },
  "DELETE /members/{id}": { params: neighbour, allowed: managers },
  "GET /members/{id}/visibility": {
    params: self,
    query: ({ neighbourId }) => ({ viewer: neighbourId }),
    allowed: managers,
    seeAs: 200,
  },
  "GET /members/{id}/consents": { params: self, allowed: managers, seeAs: 200 },
  "POST /members/{id}/consents": {
    params: neighbour,
    body: () => ({ channel: "email", purpose: "promotions", granted: false }),
    allowed: managers,
  },
};

const byManagers = { for: "staff", allowed: managers } as const;
const reference = ({ neighbourId }: Place) => ({ memberId: neighbourId });

export const membersActions: Record<string, ActionRow> = {
  "members/createMemberAction": { ...byManagers, form: () => ({ name: "Rita Novaes" }) },
  "members/updateMemberAction": {
    ...byManagers,
    form: (place) => ({ ...reference(place), name: "Rita Novaes" }),
  },
  "privacy/deleteMemberAction": { ...byManagers, form: reference },
  "consent/recordConsentAction": {
    ...byManagers,
    form: (place) => ({
      ...reference(place),
      channel: "email",
      purpose: "promotions",
      granted: "no",
      source: "balcão",
    }),
  },
};

const MEMBERS = "/t/[tenant]/members";

export const membersPages: Record<string, PageRow> = {
  [MEMBERS]: { allowed: viewers },
  [`${MEMBERS}/new`]: { allowed: managers },
  [`${MEMBERS}/[id]`]: { allowed: viewers, params: neighbour },
  [`${MEMBERS}/[id]/edit`]: { allowed: managers, params: neighbour },
  [`GET ${MEMBERS}/live`]: { allowed: viewers },
};
