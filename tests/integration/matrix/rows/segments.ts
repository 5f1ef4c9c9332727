import { createSegment } from "@/lib/segments/commands/save-segment";
import { createSegmentInput } from "@/lib/segments/schema";
import { newId } from "@/lib/shared/ids";
import type { Place } from "../place";
import type { ActionRow, ApiRow, PageRow } from "../row-types";

const users = ["owner", "admin", "marketer"] as const;
const managers = ["owner", "admin"] as const;
const words = () => ({ name: `Vizinhos ${newId()}`, filter: { tag: "corrida" } });

const segment = (place: Place) =>
  place.once("segment", async () => {
    const { id } = await createSegment(place.owner, createSegmentInput.parse(words()));
    return { id };
  });
const everywhere = { reach: "everywhere", tells: "nobody" } as const;

export const segmentsApi: Record<string, ApiRow> = {
  "GET /segments": { allowed: users, seeAs: 403, ...everywhere },
  "POST /segments": { body: words, allowed: users, ...everywhere },
  "GET /segments/{id}": { params: segment, allowed: users, seeAs: 403, ...everywhere },
  "PATCH /segments/{id}": {
    params: segment,
    body: () => ({ name: "Outro" }),
    allowed: managers,
    ...everywhere,
  },
  "DELETE /segments/{id}": { params: segment, allowed: managers, ...everywhere },
  "GET /segments/{id}/count": {
    params: segment,
    allowed: users,
    seeAs: 403,
    reach: "everywhere",
    tells: "nobody",
  },
  "GET /members/count": {
    query: ({ communityId }) => ({ communityId }),
    allowed: ["owner", "admin", "marketer", "agent"],
    seeAs: 403,
    ...everywhere,
  },
  "GET /segments/{id}/members": {
    params: segment,
    allowed: users,
    seeAs: 403,
    reach: "everywhere",
    tells: "profiles",
  },
};

const form = async () => ({ name: `Vizinhos ${newId()}`, filter: JSON.stringify({ tag: "corrida" }) });

export const segmentsActions: Record<string, ActionRow> = {
  "segments/saveSegmentAction": { for: "staff", form, allowed: users, tells: "nobody" },
  "segments/archiveSegmentAction": { for: "staff", form: segment, allowed: managers, tells: "nobody" },
};

const SEGMENTS = "/t/[tenant]/members/segments";

export const segmentsPages: Record<string, PageRow> = {
  [SEGMENTS]: { allowed: users, tells: "nobody" },
  [`${SEGMENTS}/new`]: { allowed: users, tells: "profiles" },
  [`${SEGMENTS}/[id]`]: { allowed: managers, params: segment, tells: "profiles" },
  "GET /t/[tenant]/members/count": {
    allowed: ["owner", "admin", "marketer", "agent"],
    query: () => ({ tag: "corrida" }),
    tells: "nobody",
  },
  [`GET ${SEGMENTS}/count`]: { allowed: users, query: () => ({ filter: "{}" }), tells: "nobody" },
};
