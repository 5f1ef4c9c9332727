import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { rehearseSql } from "../rehearse-sql";
import { inAppSeconds } from "../rules";
import type { Audience, Rehearsal } from "../types";

/**
 * Who would get it and who is left out and why, computed by the SQL that freezes the audience (A17). `people` and the
 * buckets sum to `considered`. In-app costs nothing and reaches everybody.
 */
export async function rehearseAudience(ctx: TenantContext, audience: Audience): Promise<Rehearsal> {
  const [row, tenant] = await Promise.all([
    rehearseSql(ctx.db, audience),
    ctx.db.tenant.findFirst({ select: { currency: true } }),
  ]);
  const buckets = (["suspended", "excluded", "opted_out"] as const)
    .map((reason) => ({ reason, count: row[reason] }))
    .filter(({ count }) => count > 0);
  return {
    people: row.people,
    considered: row.considered,
    duplicates: row.seats - row.considered,
    buckets,
    perChannel: { in_app: row.people },
    lanes: row.lanes,
    unreachable: 0,
    durationSeconds: inAppSeconds(row.people),
    cost: { amountMinor: 0, currency: tenant?.currency ?? "BRL" },
  };
}

/** How many people would get it: what a confirmation names (A7). */
export async function countAudience(ctx: TenantContext, audience: Audience): Promise<number> {
  return (await rehearseSql(ctx.db, audience)).people;
}
