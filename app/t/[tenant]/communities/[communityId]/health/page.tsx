import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GrowthTrait, HoursTrait, ReadingTrait, VoicesTrait } from "@/components/health/other-traits";
import { RatioTrait } from "@/components/health/ratio-trait";
import { TabNav } from "@/components/ui/tab-nav";
import { requireStaff } from "@/lib/accounts/load-context";
import { findStanding } from "@/lib/communities/queries/find-standing";
import { canSeeHealthRows } from "@/lib/health/policy";
import { getHealth } from "@/lib/health/queries/get-health";
import { PERIODS, type RowsKind } from "@/lib/health/rules";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";
import { daysOf } from "./days-of";

type HealthPageProps = {
  params: Promise<{ tenant: string; communityId: string }>;
  searchParams: Promise<{ days?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("health"))("title") };
}

export default async function HealthPage({ params, searchParams }: HealthPageProps) {
  const [{ tenant: slug, communityId }, query] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  const days = daysOf(query.days);
  const [t, health, zone, standing] = await Promise.all([
    getTranslations("health"),
    pageOr404(getHealth(ctx, { communityId, days })),
    findTimezone(ctx),
    pageOr404(findStanding(ctx, communityId)),
  ]);
  const base = `/t/${slug}/communities/${communityId}`;
  const mayOpen = canSeeHealthRows(ctx.actor, standing).ok;
  const rows = (...kinds: RowsKind[]) =>
    mayOpen ? kinds.map((kind) => ({ kind, href: `${base}/health/${kind}?days=${days}` })) : [];
  const shared = { days, zone };
  return (
    <div className="grid gap-6">
      <div className="grid gap-1">
        <h2 className="text-h3">{t("title")}</h2>
        <p className="max-w-prose text-ink2">{t("body")}</p>
      </div>
      <TabNav
        label={t("period")}
        tabs={PERIODS.map((each) => ({
          href: `${base}/health?days=${each}`,
          label: t("days", { days: each }),
          current: each === days,
        }))}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <RatioTrait
          trait="participation"
          ratio={health.participation}
          counted={["people"]}
          form="bars"
          rows={rows("posted")}
          {...shared}
        />
        <RatioTrait
          trait="replies"
          ratio={health.replies}
          counted={["answered", "unanswered"]}
          form="stack"
          rows={rows("unanswered")}
          {...shared}
        />
        <RatioTrait
          trait="newcomers"
          ratio={health.newcomers}
          counted={["answered", "unanswered"]}
          form="stack"
          rows={rows("newcomers")}
          {...shared}
        />
        <VoicesTrait voices={health.voices} days={days} base={base} rows={rows("posted")} />
        <GrowthTrait growth={health.growth} rows={rows("joined", "left")} {...shared} />
        <RatioTrait
          trait="staying"
          ratio={health.staying}
          counted={["people"]}
          form="line"
          rows={rows("left")}
          {...shared}
        />
        <HoursTrait hours={health.hours} />
        <ReadingTrait reading={health.reading} slug={slug} {...shared} />
      </div>
    </div>
  );
}
