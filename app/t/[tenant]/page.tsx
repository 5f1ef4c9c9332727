import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AttentionCard } from "@/components/overview/attention-card";
import { type FirstStep, FirstSteps } from "@/components/overview/first-steps";
import { HomeActions } from "@/components/overview/home-actions";
import { LastSendingCard } from "@/components/overview/last-sending-card";
import { OverviewTiles } from "@/components/overview/overview-tiles";
import { UpcomingCard } from "@/components/overview/upcoming-card";
import { Alert } from "@/components/ui/alert";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff, requireUser } from "@/lib/accounts/load-context";
import { findTenantName } from "@/lib/accounts/queries/find-tenant-name";
import { getOverview } from "@/lib/overview/queries/get-overview";
import type { Overview } from "@/lib/overview/types";
import { reachOf } from "@/lib/tenants/permissions";
import { canAsStaff } from "@/lib/tenants/policy";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("layout"))("sections.home") };
}

export default async function StaffHomePage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const ctx = await requireStaff(slug);
  const { actor, now } = ctx;
  // Who sees money and nothing else begins there (B7).
  if (actor.role === "finance") redirect(`/t/${slug}/billing`);
  const [t, user, tenant, zone, overview] = await Promise.all([
    getTranslations("overview"),
    requireUser(`/t/${slug}`),
    findTenantName(slug),
    findTimezone(ctx),
    getOverview(ctx),
  ]);
  const { counts, upcoming, lastSending } = overview;
  const isWaitingForGrants =
    reachOf(actor.role, "communities.view") === "granted" && actor.grantedCommunityIds.length === 0;
  const steps = stepsOf(slug, overview);
  const isBeginning = canAsStaff(actor, "communities.create").ok && steps.some(({ isDone }) => !isDone);
  const mayWrite = canAsStaff(actor, "announcements.send").ok;
  return (
    <>
      <PageHeader
        title={t("greeting", { name: user.name.split(" ")[0] || user.email })}
        description={t("description", { tenant: tenant ?? slug })}
        actions={isBeginning ? undefined : <HomeActions slug={slug} actor={actor} />}
      />
      {isBeginning && <FirstSteps steps={steps} />}
      {isWaitingForGrants && <Alert className="mb-5">{t("noGrants")}</Alert>}
      {counts && <OverviewTiles slug={slug} counts={counts} />}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <AttentionCard slug={slug} overview={overview} now={now} />
        <div className="grid gap-5">
          <UpcomingCard slug={slug} announcements={upcoming} zone={zone} now={now} mayWrite={mayWrite} />
          {lastSending && <LastSendingCard slug={slug} sending={lastSending} zone={zone} now={now} />}
        </div>
      </div>
    </>
  );
}

/** The way from an empty organization to its first announcement, and how far it is gone. */
function stepsOf(slug: string, { counts, upcoming, lastSending }: Overview): FirstStep[] {
  const hasAnnouncement = upcoming.length > 0 || lastSending !== null;
  return [
    { key: "community", isDone: (counts?.communities ?? 0) > 0, href: `/t/${slug}/communities/new` },
    { key: "people", isDone: (counts?.people ?? 0) > 1, href: `/t/${slug}/members/import` },
    { key: "announcement", isDone: hasAnnouncement, href: `/t/${slug}/announcements/new` },
  ];
}
