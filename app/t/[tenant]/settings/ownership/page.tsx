import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OfferedCard, ProposeCard, WaitingCard } from "@/components/tenants/transfer-cards";
import { TransferList } from "@/components/tenants/transfer-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff, type StaffContext } from "@/lib/accounts/load-context";
import { hasPassword } from "@/lib/accounts/queries/has-password";
import { listStaff } from "@/lib/accounts/queries/list-staff";
import { findTransferToMe, listTransfers } from "@/lib/tenant-life/queries/list-transfers";
import type { Transfer } from "@/lib/tenant-life/types";
import { canAsStaff } from "@/lib/tenants/policy";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tenantLife.ownership"))("title") };
}

/** For who owns the tenant, and for whom the ownership waits or ever went through: their mails lead here. */
export default async function OwnershipPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const ctx = await requireStaff(slug);
  const owns = canAsStaff(ctx.actor, "tenant.transfer").ok;
  const [t, zone, offered, transfers] = await Promise.all([
    getTranslations("tenantLife.ownership"),
    findTimezone(ctx),
    findTransferToMe(ctx),
    listTransfers(ctx),
  ]);
  if (!owns && transfers.length === 0) notFound();
  const waiting = transfers.find(({ status }) => status === "pending");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid max-w-form gap-6">
        {offered && <OfferedCard slug={slug} transfer={offered} zone={zone} />}
        {owns && <OwnersPart ctx={ctx} slug={slug} zone={zone} waiting={waiting} />}
        <TransferList transfers={transfers.filter(({ id }) => id !== waiting?.id)} zone={zone} />
      </div>
    </>
  );
}

type OwnersPartProps = { ctx: StaffContext; slug: string; zone: string; waiting: Transfer | undefined };

async function OwnersPart({ ctx, slug, zone, waiting }: OwnersPartProps) {
  if (waiting) return <WaitingCard slug={slug} transfer={waiting} zone={zone} />;
  const [staff, withPassword] = await Promise.all([listStaff(ctx), hasPassword(ctx.actor.userId)]);
  const owner = staff.find(({ id }) => id === ctx.actor.staffId);
  const heirs = staff
    .filter(({ role }) => role !== "owner")
    .map(({ id, name, email }) => ({ staffId: id, name: name ? `${name} (${email})` : email }));
  return <ProposeCard slug={slug} heirs={heirs} owner={{ email: owner?.email ?? "", withPassword }} />;
}
