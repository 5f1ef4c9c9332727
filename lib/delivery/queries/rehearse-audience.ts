import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { findSettings } from "@/lib/tenants/queries/find-settings";
import { findBetterDay } from "../better-day-sql";
import { type ChannelPlan, planChannel } from "../channels/registry";
import { type AudienceFigures, countPeople, countRelayedGroups, rehearseSql } from "../rehearse-sql";
import type { Audience, Rehearsal } from "../types";
import { costOf } from "./cost-of";

const REASONS = ["suspended", "excluded", "opted_out", "no_channel", "fatigue"] as const;

/**
 * Who would get it and who is left out and why, computed by the SQL that freezes the audience (A17). `people` and the
 * buckets sum to `considered`. Channels send side by side; what may write to so many people a day only
 * says on which days it will. `on`: the day whose prices count.
 */
export async function rehearseAudience(
  ctx: TenantContext,
  audience: Audience,
  on: Date = ctx.now,
): Promise<Rehearsal> {
  const [{ shares, lanes }, cost] = await Promise.all([
    rehearseSql(ctx.db, audience),
    costOf(ctx, audience, on),
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
  const plans = await Promise.all(
    audience.channels.map((name) => planChannel(ctx, name, perChannel[name] ?? 0)),
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
    durationSeconds: Math.max(0, ...plans.map(({ seconds }) => seconds)),
    perChannelSeconds: Object.fromEntries(plans.map(({ channel, seconds }) => [channel, seconds])),
    spread: spreadOf(plans),
    byHand: await planByHand(ctx, audience, perChannel.relay ?? 0),
    zones: zonesOf(reached),
    betterDay: count("fatigue") > 0 ? await findBetterDay(ctx.db, audience, ctx.now) : null,
    cost,
  };
}

/** How many people would get it: what a confirmation names (A7). */
export async function countAudience(ctx: TenantContext, audience: Audience): Promise<number> {
  return await countPeople(ctx.db, audience);
}

function spreadOf(plans: readonly ChannelPlan[]): Rehearsal["spread"] {
  const spread = plans.find(({ days }) => days.length > 1);
  return spread?.perDay ? { channel: spread.channel, perDay: spread.perDay, days: spread.days } : null;
}

/** How long people take to post nobody knows: what is known is where, and for how long it is waited. */
async function planByHand(
  ctx: TenantContext,
  audience: Audience,
  people: number,
): Promise<Rehearsal["byHand"]> {
  if (people === 0) return null;
  const [groups, { relayCloseHours }] = await Promise.all([
    countRelayedGroups(ctx.db, audience),
    findSettings(ctx),
  ]);
  return { groups, hours: relayCloseHours };
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
