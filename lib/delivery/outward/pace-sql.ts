import "server-only";
import type { Db } from "@/lib/platform/db/clients";

/** From when on a channel of this tenant may send again; a past instant when it may now. */
export async function freeAt(db: Db, channel: string): Promise<Date> {
  const row = await db.channelPace.findFirst({ where: { channel }, select: { freeAt: true } });
  return row?.freeAt ?? new Date(0);
}

/** Milliseconds until a channel of this tenant may send again, by the clock that all workers share: the database's. */
export async function freeInMs(db: Db, channel: string): Promise<number> {
  const [row] = await db.$queryRaw<{ waitMs: number }[]>`
    SELECT (extract(epoch FROM free_at - clock_timestamp()) * 1000)::float8 AS "waitMs"
    FROM channel_paces WHERE channel = ${channel}`;
  return Math.max(0, row?.waitMs ?? 0);
}

/**
 * Takes the next `count` slots of a channel, one after the other at `perSecond`, over all workers. @returns milliseconds
 * from now to the first
 */
export async function takeSlots(db: Db, channel: string, count: number, perSecond: number): Promise<number> {
  const seconds = count / perSecond;
  const [row] = await db.$queryRaw<{ waitMs: number }[]>`
    INSERT INTO channel_paces AS p (channel, free_at) VALUES (${channel}, clock_timestamp() + make_interval(secs => ${seconds}))
    ON CONFLICT (tenant_id, channel) DO UPDATE
      SET free_at = greatest(p.free_at, clock_timestamp()) + make_interval(secs => ${seconds})
    RETURNING (extract(epoch FROM p.free_at - make_interval(secs => ${seconds}) - clock_timestamp()) * 1000)::float8 AS "waitMs"`;
  return Math.max(0, row?.waitMs ?? 0);
}

/** Nobody sends on a channel for so long: its provider asked for it, or is away. */
export async function holdChannel(db: Db, channel: string, seconds: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO channel_paces AS p (channel, free_at) VALUES (${channel}, clock_timestamp() + make_interval(secs => ${seconds}))
    ON CONFLICT (tenant_id, channel) DO UPDATE
      SET free_at = greatest(p.free_at, clock_timestamp() + make_interval(secs => ${seconds}))`;
}
