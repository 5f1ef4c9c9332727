import { exportPerson } from "@/lib/privacy/commands/export-person";
import { enterRequest } from "@/lib/privacy/commands/open-request";
import { completeRequest, refuseRequest } from "@/lib/privacy/commands/step-request";
import type { RequestKind } from "@/lib/privacy/types";
import { turnOnPush } from "@/lib/push/commands/turn-on";
import { STAFF_ROLES } from "@/lib/shared/actor";
import { aDevice } from "../../../support/push-device";
import { aMember } from "../../../support/world";
import type { Place } from "../place";
import type { ActionRow, ApiRow, MailRow, PageRow } from "../row-types";

const managers = ["owner", "admin"] as const;
const self = ({ memberId }: Place) => ({ id: memberId });

/** A request of somebody of the place, each time another: what is closed stays closed. */
const aRequest = async (place: Place, kind: RequestKind = "access") => {
  const asked = { memberId: await aMember(place.here.tenantId), kind, receivedBy: "letter" } as const;
  return enterRequest(place.owner, asked);
};
/** One of the member of the place that waits. */
const ownRequest = async ({ owner, memberId }: Place) => {
  const waiting = { memberId, kind: "objection", closedAt: null };
  const known = await owner.db.privacyRequest.findFirst({ where: waiting, select: { id: true } });
  return known ?? enterRequest(owner, { memberId, kind: "objection", receivedBy: "letter" });
};

const steps = { params: (place: Place) => aRequest(place), allowed: managers, tells: "names" } as const;

const house = ({ communityId }: Place) => ({ id: communityId });

/** A device of the member of the place, each time another: what is ended stays ended. */
const ownDevice = async ({ owner, memberId }: Place) => ({
  id: memberId,
  deviceId: (await turnOnPush(owner, memberId, aDevice().subscription)).id,
});

export const privacyApi: Record<string, ApiRow> = {
  "GET /push-key": { allowed: STAFF_ROLES, seeAs: 200, tells: "nobody" },
  "GET /members/{id}/push-subscriptions": {
    params: self,
    allowed: managers,
    seeAs: 403,
    tells: "nobody",
  },
  "POST /members/{id}/push-subscriptions": {
    params: self,
    body: () => aDevice().subscription,
    allowed: managers,
    tells: "nobody",
  },
  "DELETE /members/{id}/push-subscriptions/{deviceId}": {
    params: ownDevice,
    allowed: managers,
    tells: "nobody",
  },
  "GET /communities/{id}/members/changes": {
    params: house,
    query: () => ({ from: "2026-01-01T00:00:00Z" }),
    allowed: managers,
    seeAs: 403,
    tells: "names",
  },
  "GET /members/{id}/mutes": { params: self, allowed: managers, seeAs: 403, tells: "nobody" },
  "POST /members/{id}/mutes": {
    params: self,
    body: ({ groupId }) => ({ groupIds: [groupId] }),
    allowed: managers,
    tells: "nobody",
  },
  "GET /privacy-requests": { allowed: managers, seeAs: 200, tells: "names" },
  "POST /privacy-requests": {
    body: async (place) => ({
      memberId: await aMember(place.here.tenantId),
      kind: "access",
      receivedBy: "letter",
    }),
    allowed: managers,
    tells: "names",
  },
  "GET /privacy-requests/{id}": { params: ownRequest, allowed: managers, seeAs: 200, tells: "names" },
  "POST /privacy-requests/{id}/start": steps,
  "POST /privacy-requests/{id}/complete": { ...steps, body: () => ({ answer: "Segue o arquivo" }) },
  "POST /privacy-requests/{id}/refuse": { ...steps, body: () => ({ reason: "unfounded" }) },
  "POST /privacy-requests/{id}/cancel": steps,
  "POST /members/{id}/export": { params: self, allowed: managers, permitted: true, tells: "everything" },
};

export const privacyMails: Record<string, MailRow> = {
  "lib/privacy/commands/tell-requester.ts": {
    send: async (place) => {
      const { owner, memberId } = place;
      const ask = (kind: RequestKind) => enterRequest(owner, { memberId, kind, receivedBy: "letter" });
      await refuseRequest(owner, (await ask("correction")).id, { reason: "unfounded" });
      const { id } = await ask("portability");
      await exportPerson(owner, { memberId, format: "json", requestId: id });
      await completeRequest(owner, id, { answer: "Está no portal" });
    },
    tells: "nobody",
  },
};

const of = async (request: Promise<{ id: string }>) => ({ requestId: (await request).id });
const byManagers = { for: "staff", allowed: managers, tells: "nobody" } as const;

export const privacyActions: Record<string, ActionRow> = {
  "memberships/chooseMutesAction": {
    for: "member",
    form: ({ groupId }) => ({ "groupIds[]": [groupId] }),
    tells: "nobody",
  },
  "privacy/askAboutOwnDataAction": {
    for: "member",
    form: () => ({ kind: "portability", details: "" }),
    tells: "nobody",
  },
  "privacy/cancelOwnRequestAction": {
    for: "member",
    form: (place) => of(ownRequest(place)),
    tells: "nobody",
  },
  "privacy/enterRequestAction": {
    ...byManagers,
    form: async (place) => ({
      memberId: await aMember(place.here.tenantId),
      kind: "access",
      receivedBy: "letter",
      receivedOn: "",
      details: "",
    }),
  },
  "privacy/startRequestAction": { ...byManagers, form: (place) => of(aRequest(place)) },
  "privacy/completeRequestAction": {
    ...byManagers,
    form: async (place) => ({ ...(await of(aRequest(place))), answer: "" }),
  },
  "privacy/refuseRequestAction": {
    ...byManagers,
    form: async (place) => ({ ...(await of(aRequest(place))), reason: "unfounded", answer: "" }),
  },
  "privacy/cancelRequestAction": { ...byManagers, form: (place) => of(aRequest(place)) },
};

const CENTRE = "/t/[tenant]/settings/privacy";

export const privacyPages: Record<string, PageRow> = {
  [CENTRE]: { allowed: managers, tells: "names" },
  [`${CENTRE}/new`]: { allowed: managers, tells: "everything" },
  [`${CENTRE}/consents`]: { allowed: managers, tells: "names" },
  [`GET ${CENTRE}/consents/ledger`]: { allowed: managers, tells: "names" },
  [`${CENTRE}/retention`]: { allowed: managers, tells: "nobody" },
  [`${CENTRE}/requests/[id]`]: { allowed: managers, params: ownRequest, tells: "names" },
  [`GET ${CENTRE}/requests/[id]/export`]: { allowed: managers, params: ownRequest, tells: "everything" },
  "/t/[tenant]/members/[id]/history": {
    allowed: managers,
    params: ({ neighbourId }) => ({ id: neighbourId }),
    search: "?on=2026-03-03&until=2026-11-01",
    tells: "names",
  },
  "/t/[tenant]/communities/[communityId]/history": {
    allowed: managers,
    params: ({ communityId }) => ({ communityId }),
    search: "?on=2026-03-03",
    tells: "names",
  },
  "/m/[tenant]/me/privacy": { allowed: "members", tells: "profiles" },
  "GET /m/[tenant]/me/privacy/export": { allowed: "members", tells: "profiles" },
};
