import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { ConnectCard } from "@/components/whatsapp/connect-card";
import { PricesCard } from "@/components/whatsapp/prices-card";
import { RemoveWhatsapp } from "@/components/whatsapp/remove-whatsapp";
import { StateCard } from "@/components/whatsapp/state-card";
import { TellMetaCard, TemplateCard } from "@/components/whatsapp/tell-meta-cards";
import { requireStaff } from "@/lib/accounts/load-context";
import { publicUrl } from "@/lib/platform/env";
import { findTenant } from "@/lib/tenants/queries/find-tenant";
import { canManageWhatsapp } from "@/lib/whatsapp/policy";
import { getWhatsappAccount } from "@/lib/whatsapp/queries/get-account";
import { getPriceList } from "@/lib/whatsapp/queries/list-prices";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("whatsapp"))("title") };
}

export default async function WhatsappPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const ctx = await requireStaff(slug);
  if (!canManageWhatsapp(ctx.actor).ok) notFound();
  const [t, account, prices, tenant] = await Promise.all([
    getTranslations("whatsapp"),
    getWhatsappAccount(ctx),
    getPriceList(ctx),
    findTenant(ctx),
  ]);
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          <StateCard slug={slug} account={account} zone={tenant.timezone} />
          <ConnectCard slug={slug} account={account} />
        </div>
        <div className="grid gap-6">
          <TellMetaCard account={account} />
          <TemplateCard buttonUrl={`${publicUrl()}/{{1}}`} />
          <PricesCard slug={slug} list={prices} />
          {!account.isLocal && <RemoveWhatsapp slug={slug} />}
        </div>
      </div>
    </>
  );
}
