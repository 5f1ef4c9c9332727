import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import PQueue from "p-queue";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { log } from "@/lib/platform/log";
import type { Compose, OutsideChannel, Recipient, SendingOccurrence } from "../channels/channel";
import { isBeingSent } from "../drain-sql";
import { type Claimed, claimBatch, nextTurn } from "./claim-sql";
import { giveUpLostLeases, takeUnknownBack } from "./lost-sql";
import { markOf, notSent } from "./mark-rules";
import { markBounced, markOutcomes } from "./mark-sql";
import { OutcomeBuffer } from "./outcome-buffer";
import { freeAt, freeInMs, holdChannel, takeSlots } from "./pace-sql";
import { claimWithin, roomAt } from "./quota-sql";
import { findRecipients } from "./recipients-sql";
import { watchForStop } from "./stop-watch";

// A claim is at most what goes out in two seconds, so that the slots taken for it are not far ahead.
const BATCH_SECONDS = 2;
const MOST_AT_ONCE = 500;
// Longer pauses are not waited for: the job comes back.
const PATIENCE_MS = 1_000;

export type Drain = {
  ctx: TenantContext;
  channel: OutsideChannel;
  occurrence: SendingOccurrence;
  compose: Compose;
  onBatch: () => void;
  /** Asked before each batch and every half second; after a no, what is under way is the last. */
  mayGoOn: () => Promise<boolean>;
};

/**
 * Sends what is queued of one occurrence on one channel, `concurrency` letters at a time and never faster than the channel
 * allows, until nothing is left, `until` is past, it is paused or stopped or `mayGoOn` says no, or the next turn is far. Claims ahead while letters are under way, so that
 * the line never runs dry. Safe to run several times at once and to be killed at any moment.
 * @returns when there is more to do; null when nothing is open
 */
export async function drainOutward(drain: Drain, until: Date): Promise<Date | null> {
  const { ctx, occurrence } = drain;
  const stop = watchForStop(
    async () => (await drain.mayGoOn()) && (await isBeingSent(ctx.db, occurrence.id)),
  );
  try {
    await sendUntil(drain, until, stop.isStopped);
  } finally {
    stop.end();
  }
  return await comeBackAt(drain);
}

async function sendUntil(drain: Drain, until: Date, isStopped: () => boolean): Promise<void> {
  const { ctx, channel, occurrence, onBatch } = drain;
  if (channel.isRepeatable) await takeUnknownBack(ctx.db, channel, occurrence.id);
  else await giveUpLostLeases(ctx.db, channel, occurrence.id);
  const queue = new PQueue({ concurrency: channel.concurrency });
  const outcomes = new OutcomeBuffer((marks) => markOutcomes(ctx.db, occurrence.id, marks));
  const line = { isStopped, outcomes };
  const { batchSize, ahead } = sizesOf(channel);
  let failure: unknown = null;
  const isOver = () => Date.now() >= until.getTime() || failure !== null || isStopped();
  while (!isOver() && (await drain.mayGoOn()) && (await isFreeSoon(drain))) {
    const { taken, skipped, moved } = await claimNext(drain, batchSize);
    if (taken.length + skipped + moved === 0) break;
    onBatch();
    if (taken.length === 0) continue;
    const start =
      performance.now() + (await takeSlots(ctx.db, channel.name, taken.length, channel.perSecond));
    const recipients = await findRecipients(ctx.db, channel, occurrence, taken);
    for (const [place, recipient] of recipients.entries()) {
      const slot = start + (place * 1_000) / channel.perSecond;
      queue
        .add(() => sendOne(drain, recipient, slot, line))
        .catch((error: unknown) => {
          failure ??= error;
        });
    }
    await queue.onSizeLessThan(ahead);
  }
  await queue.onIdle();
  await outcomes.end();
  onBatch();
  if (failure) throw failure;
}

async function claimNext({ ctx, channel, occurrence }: Drain, batchSize: number): Promise<Claimed> {
  const { perDay } = channel;
  if (!perDay) return await claimBatch(ctx.db, channel, occurrence, { most: batchSize });
  return await inTransaction(ctx, ({ db }) => claimWithin(db, { channel, occurrence, batchSize }, perDay));
}

/** How much is claimed at once, and how much may wait when the next claim is made. */
function sizesOf({ isRepeatable, concurrency, perSecond }: OutsideChannel) {
  // What is claimed by a worker that dies cannot be told from what it had sent, where a letter is not known again.
  const most = isRepeatable ? MOST_AT_ONCE : concurrency;
  const batchSize = Math.max(1, Math.min(most, Math.ceil(perSecond * BATCH_SECONDS)));
  return { batchSize, ahead: isRepeatable ? Math.max(2 * concurrency, batchSize) : concurrency };
}

/** Waits until the channel may send; false when that is too far away to wait for. */
async function isFreeSoon({ ctx, channel }: Drain): Promise<boolean> {
  const wait = await freeInMs(ctx.db, channel.name);
  if (wait > PATIENCE_MS + BATCH_SECONDS * 1_000) return false;
  if (wait > PATIENCE_MS) await sleep(wait - PATIENCE_MS);
  return true;
}

async function sendOne(
  { ctx, channel, compose }: Drain,
  recipient: Recipient,
  slot: number,
  { isStopped, outcomes }: { isStopped: () => boolean; outcomes: OutcomeBuffer },
) {
  // A clock that is set back meanwhile would make an hour of it.
  const wait = slot - performance.now();
  if (wait > 0) await sleep(wait);
  if (isStopped()) return outcomes.add(notSent(recipient));
  const outcome = await channel.send(ctx, compose(recipient, channel.name));
  if (outcome.kind === "later" && outcome.isOurs) {
    log.warn({ channel: channel.name, reason: outcome.reason }, "a channel asks to wait");
    await holdChannel(ctx.db, channel.name, outcome.afterSeconds ?? 5);
  }
  if (outcome.kind === "failed" && outcome.hasBounced) {
    await markBounced(ctx.db, recipient.memberId, recipient.address);
  }
  outcomes.add(markOf(recipient, outcome, channel));
}

async function comeBackAt({ ctx, channel, occurrence }: Drain): Promise<Date | null> {
  const [turn, free, room] = await Promise.all([
    nextTurn(ctx.db, channel, occurrence.id),
    freeAt(ctx.db, channel.name),
    channel.perDay ? roomAt(ctx.db, channel.perDay) : null,
  ]);
  return turn && new Date(Math.max(...[turn, free, room].map((at) => at?.getTime() ?? 0)));
}
