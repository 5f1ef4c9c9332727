import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { databaseNow } from "@/lib/platform/db/database-now";
import { Prisma } from "@/lib/platform/db/generated/client";
import { countOpened } from "@/lib/whatsapp/commands/count-windows";
import { countedSql, usageOfDay } from "@/lib/whatsapp/queries/windows";
import type { OutsideChannel, SendingOccurrence } from "../channels/channel";
import { type Claimed, claimBatch } from "./claim-sql";

type Claim = { channel: OutsideChannel; occurrence: SendingOccurrence; batchSize: number };

/**
 * Takes the next deliveries of a channel that may write first to so many people in a moving day, and counts them in the same
 * transaction: one worker at a time, so that all of them together keep the limit. When it is used up, only people who count
 * already are taken.
 */
export async function claimWithin(
  db: Db,
  { channel, occurrence, batchSize }: Claim,
  perDay: number,
): Promise<Claimed> {
  await lockChannel(db, channel.name);
  const left = perDay - (await usageOfDay(db)).used;
  const claimed =
    left > 0
      ? await claimBatch(db, channel, occurrence, { most: Math.min(batchSize, left) })
      : await claimBatch(db, channel, occurrence, {
          most: batchSize,
          only: Prisma.sql`d.member_id IN (${countedSql})`,
        });
  const taken = claimed.taken.map(({ memberId }) => memberId);
  if (taken.length > 0) await countOpened(db, taken);
  return claimed;
}

async function lockChannel(db: Db, channel: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO channel_paces (channel) VALUES (${channel}) ON CONFLICT DO NOTHING`;
  await db.$queryRaw`SELECT 1 FROM channel_paces WHERE channel = ${channel} FOR UPDATE`;
}

// People may write any time, which frees them: an hour is the longest that nobody looks.
const LOOK_AGAIN_MS = 3_600_000;

/** When there is room in the day again, or to look again; null when there is some now. */
export async function roomAt(db: Db, perDay: number): Promise<Date | null> {
  const { used, freesAt } = await usageOfDay(db);
  if (used < perDay || !freesAt) return null;
  return new Date(Math.min(freesAt.getTime(), (await databaseNow(db)).getTime() + LOOK_AGAIN_MS));
}
