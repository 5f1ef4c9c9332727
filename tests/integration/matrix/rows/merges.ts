import { mergeMembers } from "@/lib/merges/commands/merge-members";
import { aMember } from "../../../support/world";
import type { Place } from "../place";
import type { ActionRow, ApiRow, JobRow, PageRow } from "../row-types";

const managers = ["owner", "admin"] as const;
const one = (place: Place) => place.once("one record", () => aMember(place.here.tenantId));
const other = (place: Place) => place.once("other record", () => aMember(place.here.tenantId));
const merged = (place: Place) =>
  place.once("merge", async () => {
    const [intoId, fromId] = [await aMember(place.here.tenantId), await aMember(place.here.tenantId)];
    return (await mergeMembers(place.owner, { intoId, fromId })).id;
  });

export const mergesApi: Record<string, ApiRow> = {
  "POST /members/{id}/merge": {
    params: async (place) => ({ id: await one(place) }),
    body: async (place) => ({ memberId: await other(place) }),
    allowed: managers,
    tells: "names",
  },
  "GET /members/{id}/merges": {
    params: ({ memberId }) => ({ id: memberId }),
    allowed: managers,
    seeAs: 403,
    tells: "names",
  },
  "POST /member-merges/{id}/undo": {
    params: async (place) => ({ id: await merged(place) }),
    allowed: managers,
    tells: "names",
  },
};

const couple = async (place: Place) => ({ memberIds: [await one(place), await other(place)] });

export const duplicatesApi: Record<string, ApiRow> = {
  "GET /duplicates": { allowed: managers, seeAs: 403, tells: "profiles" },
  "POST /duplicates/tell-apart": { body: couple, allowed: managers, tells: "nobody" },
  "POST /duplicates/forget": { body: couple, allowed: managers, tells: "nobody" },
};

export const mergesActions: Record<string, ActionRow> = {
  "merges/mergeMembersAction": {
    for: "staff",
    form: async (place) => ({ intoId: await one(place), memberId: await other(place) }),
    allowed: managers,
    tells: "nobody",
  },
  "merges/tellApartAction": {
    for: "staff",
    form: async (place) => ({ oneId: await one(place), otherId: await other(place) }),
    allowed: managers,
    tells: "nobody",
  },
  "merges/forgetApartAction": {
    for: "staff",
    form: async (place) => ({ oneId: await one(place), otherId: await other(place) }),
    allowed: managers,
    tells: "nobody",
  },
  "merges/undoMergeAction": {
    for: "staff",
    form: async (place) => ({ mergeId: await merged(place) }),
    allowed: managers,
    tells: "nobody",
  },
};

export const mergesPages: Record<string, PageRow> = {
  "/t/[tenant]/members/duplicates": { allowed: managers, tells: "profiles" },
  "/t/[tenant]/members/[id]/merge": {
    allowed: managers,
    params: ({ memberId }) => ({ id: memberId }),
    tells: "profiles",
  },
};

export const mergesJobs: Record<string, JobRow> = {
  "merges.forget_kept": { alone: "takes away what was kept of old merges, in its own tenant" },
  "merges.sweep": { platform: "queues a job for each tenant, and reads nothing more" },
};
