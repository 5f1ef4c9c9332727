import "server-only";
import { SMALLEST_SHOWN, shownCount } from "@/lib/communities/rules";
import type { ShownCount } from "@/lib/communities/types";
import type { TenantContext } from "@/lib/platform/context";
import { daysAfter } from "@/lib/shared/days";
import { authorize } from "@/lib/shared/decision";
import { canAsStaff, communitiesInReach } from "@/lib/tenants/policy";
import { findTenant } from "@/lib/tenants/queries/find-tenant";
import { measureOf, SCORES } from "../score-rules";
import { countScores, type ScoreCount } from "../scores-sql";
import type { Measure, ScoreScale } from "../types";

export const SCORE_DAYS = 180;

/**
 * NPS and CSAT of the last 180 days within the actor's reach, of each person the last answer alone. What fewer than five people
 * said is told nowhere. @throws Refusal `not_allowed`
 */
export async function getScores(
  ctx: TenantContext,
  { communityId }: { communityId?: string | undefined } = {},
): Promise<Record<ScoreScale, Measure>> {
  authorize(canAsStaff(ctx.actor, "feedback.view"));
  const reach = communitiesInReach(ctx.actor, "feedback.view");
  const { timezone: zone } = await findTenant(ctx);
  const counts = await countScores(ctx.db, {
    communityIds: communityId ? [communityId].filter((id) => reach === null || reach.includes(id)) : reach,
    from: daysAfter(ctx.now, -SCORE_DAYS),
    until: new Date(ctx.now.getTime() + 1),
    zone,
  });
  return { nps: measure("nps", counts), csat: measure("csat", counts) };
}

function measure(scale: ScoreScale, all: readonly ScoreCount[]): Measure {
  const own = all.filter((row) => row.scale === scale);
  const of = (month: string | null) =>
    new Map(own.filter((row) => row.month === month).map(({ score, count }) => [score, count]));
  const whole = of(null);
  const months = [...new Set(own.flatMap(({ month }) => month ?? []))].sort();
  const total = sum(whole);
  return {
    scale,
    answers: shown(total),
    value: measureOf(scale, whole),
    scores:
      total < SMALLEST_SHOWN ? null : SCORES[scale].map((score) => ({ score, count: whole.get(score) ?? 0 })),
    months: months.map((month) => ({
      month,
      answers: shown(sum(of(month))),
      value: measureOf(scale, of(month)),
    })),
  };
}

function sum(counts: ReadonlyMap<number, number>): number {
  return [...counts.values()].reduce((all, count) => all + count, 0);
}

function shown(count: number): ShownCount {
  return count === 0 ? 0 : shownCount(count, false);
}
