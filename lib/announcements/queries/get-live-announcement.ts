import "server-only";
import { isOnlyByHand } from "@/lib/delivery/commands/stop-occurrence";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import type { TenantContext } from "@/lib/platform/context";
import { systemRelayProgress } from "@/lib/relay/queries/get-coverage";
import type { LiveAnnouncement } from "../types";
import { getAnnouncement } from "./get-announcement";

/** An announcement as those who watch it see it: its state and the counts of its latest occurrence (A14). @throws Refusal `not_found`. */
export async function getLiveAnnouncement(ctx: TenantContext, id: string): Promise<LiveAnnouncement> {
  const { status, statusReason, dueAt } = await getAnnouncement(ctx, id);
  const { data } = await listOccurrencesOf(ctx, { announcementId: id, limit: 1 });
  const relay = data[0] ? await systemRelayProgress(ctx, data[0].id) : null;
  return {
    id,
    status,
    statusReason,
    dueAt: dueAt?.toISOString() ?? null,
    counts: data[0]?.counts ?? null,
    relay,
    isOnlyByHand: status === "sending" && relay !== null && (await isOnlyByHand(ctx, id)),
    startedAt: data[0]?.startedAt?.toISOString() ?? null,
    finishedAt: data[0]?.finishedAt?.toISOString() ?? null,
  };
}
