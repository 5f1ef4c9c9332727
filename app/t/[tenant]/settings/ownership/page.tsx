import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OfferedCard, ProposeCard, WaitingCard } from "@/components/tenants/transfer-cards";
import { TransferList } from "@/components/tenants/transfer-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff, type StaffContext } from "@/lib/accounts/load-context";
import { listStaff } from "@/lib/accounts/queries/list-staff";
import { findTransferToMe, listTransfers } from "@/lib/tenant-life/queries/list-transfers";
import { canAsStaff } from "@/lib/tenants/policy";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tenantLife.ownership"))("title") };
}

/** For who owns the tenant, and for whom the ownership waits. */
export default async function OwnershipPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const ctx = await requireStaff(slug);
  const owns = canAsStaff(ctx.actor, "tenant.transfer").ok;
  const [t, zone, offered] = await Promise.all([
    getTranslations("tenantLife.ownership"),
    findTimezone(ctx),
    findTransferToMe(ctx),
  ]);
  if (!owns && !offered) notFound();
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid max-w-form gap-6">
        {offered && <OfferedCard slug={slug} transfer={offered} zone={zone} />}
        {owns && <OwnersPart ctx={ctx} slug={slug} zone={zone} />}
      </div>
    </>
  );
}

async function OwnersPart({ ctx, slug, zone }: { ctx: StaffContext; slug: string; zone: string }) {
  const [transfers, staff] = await Promise.all([listTransfers(ctx), listStaff(ctx)]);
  const waiting = transfers.find(({ status }) => status === "pending");
  const heirs = staff
    .filter(({ role }) => role !== "owner")
    .map(({ id, name, email }) => ({ staffId: id, name: name ? `${name} (${email})` : email }));
  return (
    <>
      {waiting ? (
        <WaitingCard slug={slug} transfer={waiting} zone={zone} />
      ) : (
        <ProposeCard slug={slug} heirs={heirs} />
      )}
      <TransferList transfers={transfers.filter(({ id }) => id !== waiting?.id)} zone={zone} />
    </>
  );
}
