import "server-only";
import type { AttachedMedia } from "@/lib/media/types";
import type { TenantContext } from "@/lib/platform/context";
import { isSendingChannel } from "../channel-rules";
import type { Compose, SendingOccurrence } from "../channels/channel";
import { sendInApp } from "../channels/in-app";
import { OUTSIDE_CHANNELS } from "../channels/registry";
import { closeEmptyOccurrence, nextLocalStart } from "../drain-sql";
import { drainOutward } from "../outward/drain-outward";
import type { Purpose } from "../types";

// A job holds one of few hands: it gives way after so long, so that no sending keeps the others waiting.
const SLICE_MS = 15_000;

/**
 * Sends what is queued of an occurrence: the portal in one go, the channels that go out side by side, until nothing is left
 * for this worker, it was paused or cancelled, `mayGoOn` says no, or its slice of time is over. `onBatch` hears of every step
 * (to wake the viewers).
 * @returns when there is more to do; null when nothing is open for this worker
 */
export async function drainOccurrence(
  ctx: TenantContext,
  occurrence: SendingOccurrence,
  drain: { compose: Compose; onBatch: () => void; mayGoOn: () => Promise<boolean> },
): Promise<Date | null> {
  const until = new Date(Date.now() + SLICE_MS);
  await drainInApp(ctx, occurrence, drain);
  const localStart = await nextLocalStart(ctx.db, occurrence.id);
  const outside = Object.values(OUTSIDE_CHANNELS).filter(({ name }) => occurrence.channels.includes(name));
  if (outside.length === 0) return localStart;
  const turns = await Promise.all(
    outside.map(async (channel) =>
      drainOutward({ ...drain, ctx, channel: (await channel.tuned?.(ctx)) ?? channel, occurrence }, until),
    ),
  );
  // Whom another channel could not reach any more may have come here meanwhile.
  await drainInApp(ctx, occurrence, drain);
  return turns.reduce((first, turn) => (turn && (!first || turn < first) ? turn : first), localStart);
}

async function drainInApp(
  ctx: TenantContext,
  occurrence: SendingOccurrence,
  { onBatch, mayGoOn }: { onBatch: () => void; mayGoOn: () => Promise<boolean> },
): Promise<void> {
  while (await mayGoOn()) {
    const { sent, skipped } = await sendInApp(ctx, occurrence);
    if (sent + skipped === 0) return;
    onBatch();
  }
}

/**
 * Ends an occurrence of which nothing is queued any more, in the transaction that ends its announcement. False while
 * another worker still has some of it, or when it is not being sent.
 */
export async function closeOccurrence(
  ctx: TenantContext,
  { id, isReopened }: { id: string; isReopened: boolean },
): Promise<boolean> {
  return await closeEmptyOccurrence(ctx.db, { id, isReopened, now: ctx.now });
}

/** An occurrence that is being sent, as its channels need it; null when it is not (any more). */
export async function findSending(
  ctx: TenantContext,
  id: string,
): Promise<(SendingOccurrence & { announcementId: string; isReopened: boolean }) | null> {
  const row = await ctx.db.occurrence.findFirst({
    where: { id, status: "sending" },
    select: {
      id: true,
      announcementId: true,
      blockId: true,
      body: true,
      media: true,
      communityIds: true,
      groupIds: true,
      purpose: true,
      channels: true,
      finishedAt: true,
    },
  });
  if (!row) return null;
  const { finishedAt, purpose, channels, media, ...occurrence } = row;
  return {
    ...occurrence,
    media: (media as AttachedMedia[] | null) ?? [],
    purpose: purpose as Purpose,
    channels: channels.filter(isSendingChannel),
    // It ended, and goes on for who joined since: its announcement has ended, or is at its next time.
    isReopened: finishedAt !== null,
  };
}
