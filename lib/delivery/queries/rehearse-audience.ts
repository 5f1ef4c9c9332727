import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { findBetterDay } from "../better-day-sql";
import { channelSeconds } from "../channels/registry";
import { rehearseSql } from "../rehearse-sql";
import type { Audience, Rehearsal } from "../types";

/**
 * Who would get it and who is left out and why, computed by the SQL that freezes the audience (A17). `people` and the
 * buckets sum to `considered`. Channels send side by side; none of those that stand costs anything.
 */
export async function rehearseAudience(ctx: TenantContext, audience: Audience): Promise<Rehearsal> {
  const [row, tenant] = await Promise.all([
    rehearseSql(ctx.db, audience),
    ctx.db.tenant.findFirst({ select: { currency: true } }),
  ]);
  const buckets = (["suspended", "excluded", "opted_out", "no_channel", "fatigue"] as const)
    .map((reason) => ({ reason, count: row[reason] }))
    .filter(({ count }) => count > 0);
  const perChannel = Object.fromEntries(audience.channels.map((name) => [name, row.channels?.[name] ?? 0]));
  return {
    people: row.people,
    considered: row.considered,
    duplicates: row.seats - row.considered,
    buckets,
    perChannel,
    lanes: row.lanes,
    unreachable: row.no_channel,
    durationSeconds: Math.max(
      0,
      ...audience.channels.map((name) => channelSeconds(name, perChannel[name] ?? 0)),
    ),
    zones: row.zones ?? [],
    betterDay: row.fatigue > 0 && audience.budget ? await findBetterDay(ctx.db, audience, ctx.now) : null,
    cost: { amountMinor: 0, currency: tenant?.currency ?? "BRL" },
  };
}

/** How many people would get it: what a confirmation names (A7). */
export async function countAudience(ctx: TenantContext, audience: Audience): Promise<number> {
  return (await rehearseSql(ctx.db, audience)).people;
}
