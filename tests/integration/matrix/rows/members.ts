import { readFileSync } from "node:fs";
import { storeFile } from "@/lib/platform/files/store-file";
import { newId } from "@/lib/shared/ids";
import type { Place } from "../place";
import type { ActionRow, ApiRow, JobRow, PageRow } from "../row-types";

const viewers = ["owner", "admin", "marketer", "agent"] as const;
const managers = ["owner", "admin"] as const;
const neighbour = ({ neighbourId }: Place) => ({ id: neighbourId });
const self = ({ memberId }: Place) => ({ id: memberId });

const bulk = async (place: Place) => ({ memberIds: [await place.newcomer()] });

const aPhoto = async ({ owner }: Place): Promise<string> => {
  const bytes = readFileSync("public/app-icon-192.png");
  return (await storeFile(owner, { purpose: "photo", bytes })).id;
};

export const membersJobs: Record<string, JobRow> = {
  "privacy.remove_files": { payload: async (place) => ({ fileIds: [await aPhoto(place)] }) },
  "privacy.forget_samples": { alone: "takes the planner's samples anew, and reads nothing" },
  "privacy.forget_expired": { platform: "by the clock, over the tenants that have something to forget" },
};

export const membersApi: Record<string, ApiRow> = {
  "POST /communities/{id}/members/bulk": {
    params: ({ communityId }) => ({ id: communityId }),
    body: bulk,
    allowed: managers,
    tells: "nobody",
  },
  "POST /groups/{id}/members/bulk": {
    params: ({ groupId }) => ({ id: groupId }),
    body: bulk,
    allowed: managers,
    tells: "nobody",
  },
  "GET /members": { allowed: viewers, seeAs: 200, tells: "profiles" },
  "POST /members": {
    body: () => ({ name: "Rita Novaes", identifiers: [{ kind: "email", value: `${newId()}@casa.example` }] }),
    allowed: managers,
    tells: "profiles",
  },
  "GET /members/{id}": { params: neighbour, allowed: viewers, seeAs: 200, tells: "profiles" },
  "PATCH /members/{id}": {
    params: neighbour,
    body: () => ({ tags: ["corre"] }),
    allowed: managers,
    tells: "profiles",
  },
  "DELETE /members/{id}": { params: neighbour, allowed: managers, tells: "nobody" },
  "GET /members/{id}/visibility": {
    params: self,
    query: ({ neighbourId }) => ({ viewer: neighbourId }),
    allowed: managers,
    seeAs: 200,
    tells: "nobody",
  },
  "GET /members/{id}/viewers": { params: self, allowed: managers, seeAs: 200, tells: "names" },
  "GET /members/{id}/viewers/changes": {
    params: self,
    query: () => ({ from: "2026-01-01T00:00:00Z" }),
    allowed: managers,
    seeAs: 200,
    tells: "names",
  },
  "GET /members/{id}/consents": { params: self, allowed: managers, seeAs: 200, tells: "nobody" },
  "GET /members/{id}/channel-order": { params: self, allowed: managers, seeAs: 200, tells: "nobody" },
  "PATCH /members/{id}/channel-order": {
    params: neighbour,
    body: () => ({ order: ["whatsapp", "in_app"] }),
    allowed: managers,
    tells: "nobody",
  },
  "GET /consents": { allowed: managers, seeAs: 403, tells: "names" },
  "GET /consents/check": { allowed: managers, seeAs: 403, tells: "nobody" },
  "GET /consents/ledger": { allowed: managers, permitted: true, seeAs: 403, tells: "names" },
  "POST /members/{id}/consents": {
    params: neighbour,
    body: () => ({ channel: "email", purpose: "promotions", granted: false }),
    allowed: managers,
    tells: "nobody",
  },
};

const byManagers = { for: "staff", allowed: managers } as const;
const reference = ({ neighbourId }: Place) => ({ memberId: neighbourId });

export const membersActions: Record<string, ActionRow> = {
  "members/createMemberAction": { ...byManagers, form: () => ({ name: "Rita Novaes" }), tells: "nobody" },
  "members/updateMemberAction": {
    ...byManagers,
    form: (place) => ({ ...reference(place), name: "Rita Novaes" }),
    tells: "nobody",
  },
  "privacy/eraseMemberAction": { ...byManagers, form: reference, tells: "nobody" },
  "consent/recordConsentAction": {
    ...byManagers,
    form: (place) => ({
      ...reference(place),
      channel: "email",
      purpose: "promotions",
      granted: "no",
      source: "balcão",
    }),
    tells: "nobody",
  },
};

const MEMBERS = "/t/[tenant]/members";

export const membersPages: Record<string, PageRow> = {
  [MEMBERS]: { allowed: viewers, tells: "everything" },
  [`${MEMBERS}/new`]: { allowed: managers, tells: "profiles" },
  [`${MEMBERS}/[id]`]: { allowed: viewers, params: neighbour, tells: "everything" },
  [`${MEMBERS}/[id]/edit`]: { allowed: managers, params: neighbour, tells: "everything" },
  [`${MEMBERS}/see-as`]: { allowed: managers, tells: "profiles" },
  [`GET ${MEMBERS}/live`]: { allowed: viewers, tells: "everything" },
};

export const consentJobs: Record<string, JobRow> = {
  "consent.seal": { platform: "by the clock, over all tenants; each is chained in its own context" },
};
