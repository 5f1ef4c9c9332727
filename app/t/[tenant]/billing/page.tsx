import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CheckoutNotice } from "@/components/billing/checkout-notice";
import { InvoiceTable } from "@/components/billing/invoice-table";
import { PlanCard } from "@/components/billing/plan-card";
import { PlanChoices } from "@/components/billing/plan-choices";
import { PlanMeters } from "@/components/billing/plan-meters";
import { SectionCard } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireStaff } from "@/lib/accounts/load-context";
import { canViewBilling } from "@/lib/billing/policy";
import { getSubscription } from "@/lib/billing/queries/get-subscription";
import { listInvoices } from "@/lib/billing/queries/list-invoices";
import { listMeters } from "@/lib/plans/plan-limits";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

const INVOICES_A_PAGE = 24;

type BillingPageProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function BillingPage({ params, searchParams }: BillingPageProps) {
  const [{ tenant }, asked] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(tenant);
  if (!canViewBilling(ctx.actor).ok) notFound();
  const cursor = typeof asked.cursor === "string" ? asked.cursor : undefined;
  const [t, view, meters, invoices, zone] = await Promise.all([
    getTranslations("billing"),
    getSubscription(ctx),
    listMeters(ctx),
    pageOr404(listInvoices(ctx, { limit: INVOICES_A_PAGE, cursor })),
    findTimezone(ctx),
  ]);
  const path = `/t/${tenant}/billing`;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid gap-6">
        <CheckoutNotice slug={tenant} checkout={asked.checkout} view={view} />
        <div className="grid gap-6 lg:grid-cols-2">
          <PlanCard slug={tenant} view={view} zone={zone} />
          <PlanMeters meters={meters} />
        </div>
        <SectionCard id="invoices" title={t("invoices.title")}>
          <InvoiceTable slug={tenant} invoices={invoices.data} zone={zone} />
          <Pagination
            firstHref={cursor && `${path}#invoices`}
            nextHref={invoices.nextCursor ? `${path}?cursor=${invoices.nextCursor}#invoices` : undefined}
          />
        </SectionCard>
        <PlanChoices slug={tenant} view={view} interval={asked.interval === "year" ? "year" : "month"} />
      </div>
    </>
  );
}
