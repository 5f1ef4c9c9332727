import type { Place } from "../place";
import type { ApiRow, PageRow } from "../row-types";

const viewers = ["owner", "admin", "marketer", "agent"] as const;
const readers = ["owner", "admin", "agent"] as const;
const community = ({ communityId }: Place) => ({ id: communityId });

export const healthApi: Record<string, ApiRow> = {
  "GET /communities/{id}/health": {
    params: community,
    query: () => ({ days: "90" }),
    allowed: viewers,
    seeAs: 403,
    tells: "nobody",
  },
  "GET /communities/{id}/health/rows": {
    params: community,
    query: () => ({ kind: "posted" }),
    allowed: readers,
    seeAs: 403,
    tells: "names",
  },
};

const at = ({ communityId }: Place) => ({ communityId });

export const healthPages: Record<string, PageRow> = {
  "/t/[tenant]/communities/[communityId]/health": { allowed: viewers, params: at, tells: "nobody" },
  "/t/[tenant]/communities/[communityId]/health/[kind]": {
    allowed: readers,
    params: (place) => ({ ...at(place), kind: "posted" }),
    search: "?days=90",
    tells: "names",
  },
};
