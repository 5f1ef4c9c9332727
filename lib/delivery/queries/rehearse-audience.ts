import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { findBetterDay } from "../better-day-sql";
import { channelSeconds } from "../channels/registry";
import { type AudienceFigures, countPeople, rehearseSql } from "../rehearse-sql";
import type { Audience, Rehearsal } from "../types";

const REASONS = ["suspended", "excluded", "opted_out", "no_channel", "fatigue"] as const;

/**
 * Who would get it and who is left out and why, computed by the SQL that freezes the audience (A17). `people` and the
 * buckets sum to `considered`. Channels send side by side; none of those that stand costs anything.
 */
export async function rehearseAudience(ctx: TenantContext, audience: Audience): Promise<Rehearsal> {
  const [{ shares, lanes }, tenant] = await Promise.all([
    rehearseSql(ctx.db, audience),
    ctx.db.tenant.findFirst({ select: { currency: true } }),
  ]);
  const reached = shares.filter(({ reason }) => reason === null);
  const buckets = REASONS.map((reason) => ({
    reason,
    count: sum(shares.filter((share) => share.reason === reason)),
  })).filter(({ count }) => count > 0);
  const count = (wanted: string) => buckets.find(({ reason }) => reason === wanted)?.count ?? 0;
  const perChannel = Object.fromEntries(
    audience.channels.map((name) => [name, sum(reached.filter(({ channel }) => channel === name))]),
  );
  const considered = sum(shares);
  return {
    people: sum(reached),
    considered,
    duplicates: shares.reduce((total, { seats }) => total + seats, 0) - considered,
    buckets,
    perChannel,
    lanes,
    unreachable: count("no_channel"),
    durationSeconds: Math.max(
      0,
      ...audience.channels.map((name) => channelSeconds(name, perChannel[name] ?? 0)),
    ),
    zones: zonesOf(reached),
    betterDay: count("fatigue") > 0 ? await findBetterDay(ctx.db, audience, ctx.now) : null,
    cost: { amountMinor: 0, currency: tenant?.currency ?? "BRL" },
  };
}

/** How many people would get it: what a confirmation names (A7). */
export async function countAudience(ctx: TenantContext, audience: Audience): Promise<number> {
  return await countPeople(ctx.db, audience);
}

type Shares = AudienceFigures["shares"];

function sum(shares: Shares): number {
  return shares.reduce((total, { people }) => total + people, 0);
}

/** Where people's clocks stand, the most common first. */
function zonesOf(reached: Shares): Rehearsal["zones"] {
  const zones = [...new Set(reached.map(({ zone }) => zone))];
  return zones
    .map((timezone) => ({ timezone, people: sum(reached.filter(({ zone }) => zone === timezone)) }))
    .sort((a, b) => b.people - a.people || (a.timezone ?? "").localeCompare(b.timezone ?? ""));
}
