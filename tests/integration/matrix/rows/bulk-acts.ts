import { startBulkAct } from "@/lib/bulk-acts/commands/start-bulk-act";
import { startBulkActInput } from "@/lib/bulk-acts/schema";
import type { Place } from "../place";
import type { ActionRow, ApiRow, JobRow, PageRow } from "../row-types";

const managers = ["owner", "admin"] as const;

const input = ({ memberId, groupId }: Place) => ({
  action: "promote",
  selection: { memberIds: [memberId] },
  groupIds: [groupId],
  confirmPeople: 1,
});
const act = (place: Place) =>
  place.once("bulk act", () => startBulkAct(place.owner, startBulkActInput.parse(input(place))));

export const bulkActsApi: Record<string, ApiRow> = {
  "GET /bulk-acts": { allowed: managers, seeAs: 403, tells: "nobody" },
  "POST /bulk-acts": { body: input, allowed: managers, tells: "nobody" },
  "GET /bulk-acts/{id}": { params: act, allowed: managers, seeAs: 403, tells: "nobody" },
  "GET /bulk-acts/{id}/rows": { params: act, allowed: managers, seeAs: 403, tells: "names" },
};

export const bulkActsActions: Record<string, ActionRow> = {
  "bulk-acts/startBulkActAction": {
    for: "staff",
    form: ({ memberId, groupId }) => ({
      action: "promote",
      selection: JSON.stringify({ memberIds: [memberId] }),
      "places[]": [`g:${groupId}`],
      confirmPeople: "1",
    }),
    allowed: managers,
    tells: "nobody",
  },
};

const ACTS = "/t/[tenant]/members/acts";

export const bulkActsPages: Record<string, PageRow> = {
  [ACTS]: { allowed: managers, tells: "nobody" },
  [`${ACTS}/[id]`]: { allowed: managers, params: act, tells: "names" },
  [`GET ${ACTS}/[id]/status`]: { allowed: managers, params: act, tells: "nobody" },
  [`GET ${ACTS}/[id]/rows`]: { allowed: managers, params: act, tells: "names" },
};

export const bulkActsJobs: Record<string, JobRow> = {
  run_bulk_act: { payload: async (place) => ({ actId: (await act(place)).id }) },
};
