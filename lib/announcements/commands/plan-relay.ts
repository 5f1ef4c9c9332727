import "server-only";
import type { Audience, LocalStarts } from "@/lib/delivery/types";
import type { TenantContext } from "@/lib/platform/context";
import { systemPlanTasks } from "@/lib/relay/commands/plan-tasks";
import { systemRewordTasks } from "@/lib/relay/commands/reword-tasks";
import { composeRelay, type Relayed } from "../compose-relay";
import { findStartZone } from "../queries/find-start-zone";
import { turnAfter } from "../turn-rules";
import type { Announcement } from "../types";

type Frozen = {
  occurrenceId: string;
  blockId: string | null;
  audience: Audience;
  dueAt: Date;
  starts: LocalStarts | null;
};

/**
 * Gives what is posted by hand to admins of the groups (A21), from when it may leave the house on (A6) and for as long as the next
 * time of its series has not come. In the transaction of the freeze; nothing to do for other channels.
 */
export async function planRelay(
  tx: TenantContext,
  announcement: Announcement,
  { occurrenceId, blockId, audience, dueAt, starts }: Frozen,
): Promise<void> {
  if (!audience.channels.includes("relay")) return;
  const { communityIds, groupIds } = audience;
  const words = await composeRelay(tx, { id: occurrenceId, blockId, communityIds, body: announcement.body });
  await systemPlanTasks(tx, {
    occurrenceId,
    announcementId: announcement.id,
    communityIds,
    groupIds,
    words,
    opensAt: starts?.otherwiseOutward ?? tx.now,
    before: await findNext(tx, announcement, dueAt),
  });
}

/** Corrected words for those who post by hand (A11). In the transaction of the correction. */
export async function rewordRelay(tx: TenantContext, occurrence: Relayed): Promise<void> {
  await systemRewordTasks(tx, occurrence.id, await composeRelay(tx, occurrence));
}

async function findNext(tx: TenantContext, announcement: Announcement, dueAt: Date): Promise<Date | null> {
  const { schedule, grace } = announcement;
  if (!schedule.rrule) return null;
  const zone = await findStartZone(tx, announcement, schedule);
  return turnAfter(schedule, zone, { after: dueAt, now: tx.now, graceSeconds: grace })?.dueAt ?? null;
}
