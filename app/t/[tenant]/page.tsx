import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NextSteps } from "@/components/accounts/next-steps";
import { OverviewTiles } from "@/components/accounts/overview-tiles";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff, requireUser } from "@/lib/accounts/load-context";
import { findTenantName } from "@/lib/accounts/queries/find-tenant-name";
import { getOverview } from "@/lib/tenants/queries/get-overview";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("layout"))("sections.home") };
}

export default async function StaffHomePage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const ctx = await requireStaff(slug);
  // Who sees money and nothing else begins there (B7).
  if (ctx.actor.role === "finance") redirect(`/t/${slug}/billing`);
  const [t, user, tenant, overview] = await Promise.all([
    getTranslations("accounts.home"),
    requireUser(`/t/${slug}`),
    findTenantName(slug),
    getOverview(ctx),
  ]);
  return (
    <>
      <PageHeader
        title={t("greeting", { name: user.name.split(" ")[0] || user.email })}
        description={t("description", { tenant: tenant ?? slug })}
      />
      {overview && <OverviewTiles slug={slug} overview={overview} />}
      <NextSteps slug={slug} actor={ctx.actor} />
    </>
  );
}
