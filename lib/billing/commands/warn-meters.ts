import "server-only";
import { METERS, type PlanMeter } from "@/lib/plans/catalogue";
import { listMeters, type Meter } from "@/lib/plans/plan-limits";
import type { TenantContext } from "@/lib/platform/context";
import { formatNumber } from "@/lib/platform/i18n/format";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";
import { meterLevels } from "../meter-rules";
import { systemNotify } from "../notices";

/**
 * Tells finance, once each, that a meter of the plan has passed 80, 95 or 100 % (B5, L11). A meter that fell back is told
 * of again when it rises; deliveries begin anew each month.
 */
export async function systemWarnMeters(ctx: TenantContext): Promise<void> {
  const [meters, zone] = await Promise.all([listMeters(ctx), findTimezone(ctx)]);
  const month = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit" });
  for (const name of METERS) {
    const period = name === "deliveries" ? `:${month.format(ctx.now)}` : "";
    await warn(ctx, { name, meter: meters[name], period });
  }
}

type Watched = { name: PlanMeter; meter: Meter; period: string };

async function warn(ctx: TenantContext, { name, meter, period }: Watched): Promise<void> {
  const { passed, below } = meterLevels(meter);
  const keyOf = (level: number) => `meter:${name}:${level}${period}`;
  await ctx.db.billingNotice.deleteMany({ where: { key: { in: below.map(keyOf) } } });
  const [highest, ...lower] = passed;
  if (highest === undefined) return;
  await systemNotify(ctx, {
    key: keyOf(highest),
    kind: "meter",
    params: (locale) => ({
      meter: translatorFor(locale)(`billing.meters.${name}`),
      percent: highest,
      used: formatNumber(meter.used, locale),
      limit: formatNumber(meter.limit ?? 0, locale),
    }),
    path: "billing#meters",
  });
  // A meter that jumped past several levels is told of once.
  await ctx.db.billingNotice.createMany({
    data: lower.map((level) => ({ key: keyOf(level), sentAt: ctx.now })),
    skipDuplicates: true,
  });
}
