import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CheckoutNotice } from "@/components/billing/checkout-notice";
import { InvoicesSection } from "@/components/billing/invoices-section";
import { LeavingNotice } from "@/components/billing/leaving-notice";
import { PlanCard } from "@/components/billing/plan-card";
import { PlanChoices } from "@/components/billing/plan-choices";
import { PlanMeters } from "@/components/billing/plan-meters";
import { ProfileForm } from "@/components/billing/profile-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { canViewBilling } from "@/lib/billing/policy";
import { getBillingProfile } from "@/lib/billing/queries/get-profile";
import { getSubscription } from "@/lib/billing/queries/get-subscription";
import { listInvoices, listInvoiceYears } from "@/lib/billing/queries/list-invoices";
import { invoiceSearchSchema } from "@/lib/billing/schema";
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
  const chosen = invoiceSearchSchema.parse(asked);
  const { cursor, year, status } = chosen;
  const page = { limit: INVOICES_A_PAGE, cursor, oldestFirst: chosen.order === "oldest" };
  const [t, view, meters, invoices, years, profile, zone] = await Promise.all([
    getTranslations("billing"),
    getSubscription(ctx),
    listMeters(ctx),
    pageOr404(listInvoices(ctx, page, { year, status })),
    listInvoiceYears(ctx),
    getBillingProfile(ctx),
    findTimezone(ctx),
  ]);
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid gap-6">
        {view.leavesAt ? (
          <LeavingNotice leavesAt={view.leavesAt} zone={zone} />
        ) : (
          <CheckoutNotice slug={tenant} checkout={asked.checkout} view={view} />
        )}
        <div className="grid gap-6 lg:grid-cols-2">
          <PlanCard slug={tenant} view={view} zone={zone} />
          <PlanMeters meters={meters} isLeaving={view.leavesAt !== null} />
        </div>
        <InvoicesSection slug={tenant} zone={zone} chosen={chosen} years={years} page={invoices} />
        <div data-print="hide" className="grid gap-6">
          {!view.leavesAt && (
            <PlanChoices slug={tenant} view={view} interval={asked.interval === "year" ? "year" : "month"} />
          )}
          <ProfileForm slug={tenant} profile={profile} />
        </div>
      </div>
    </>
  );
}
