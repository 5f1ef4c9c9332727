import "server-only";
import { findLastSending } from "@/lib/announcements/queries/find-last-sending";
import { listUpcoming } from "@/lib/announcements/queries/list-upcoming";
import { listLonePlaces } from "@/lib/communities/queries/list-lone-places";
import { listFeedback } from "@/lib/feedback/queries/list-feedback";
import { listNearLimits } from "@/lib/groups/queries/list-near-limits";
import { listWaiting } from "@/lib/invites/queries/list-waiting";
import type { TenantContext } from "@/lib/platform/context";
import { countPending } from "@/lib/privacy/queries/list-requests";
import type { Overview } from "../types";
import { countOverview } from "./count-overview";

/** The first page of the dashboard: a few of each, each by the query of its noun, which decides what the actor may see. */
export async function getOverview(ctx: TenantContext): Promise<Overview> {
  const [counts, waiting, overdue, nearLimits, lone, privacy, upcoming, lastSending] = await Promise.all([
    countOverview(ctx),
    listWaiting(ctx, { limit: 3 }),
    listFeedback(ctx, { overdue: "only" }, { limit: 3 }),
    listNearLimits(ctx, { limit: 4 }),
    listLonePlaces(ctx),
    countPending(ctx),
    listUpcoming(ctx, { limit: 3 }),
    findLastSending(ctx),
  ]);
  return {
    counts,
    waiting,
    overdue: overdue.data,
    nearLimits,
    lone: lone.slice(0, 4),
    privacy,
    upcoming,
    lastSending,
  };
}
