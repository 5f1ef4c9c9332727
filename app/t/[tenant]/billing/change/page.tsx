import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ChangeConfirmation } from "@/components/billing/change-confirmation";
import { OverLimits } from "@/components/billing/over-limits";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { canManageBilling } from "@/lib/billing/policy";
import { previewPlanChange } from "@/lib/billing/queries/preview-plan-change";
import { planChoiceSchema } from "@/lib/billing/schema";
import { CATALOGUE } from "@/lib/plans/catalogue";
import { listMeters } from "@/lib/plans/plan-limits";
import { Refusal } from "@/lib/shared/refusal";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

type ChangePageProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ChangePlanPage({ params, searchParams }: ChangePageProps) {
  const [{ tenant }, asked] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(tenant);
  if (!canManageBilling(ctx.actor).ok) notFound();
  const choice = planChoiceSchema.safeParse({ plan: asked.plan, interval: asked.interval });
  if (!choice.success) notFound();
  // Without a subscription, or already on this plan: the billing page says what can be done.
  const preview = await previewPlanChange(ctx, choice.data).catch((error: unknown) => {
    if (error instanceof Refusal && error.code !== "unavailable") redirect(`/t/${tenant}/billing`);
    throw error;
  });
  const [t, meters, zone] = await Promise.all([
    getTranslations("billing.change"),
    listMeters(ctx),
    findTimezone(ctx),
  ]);
  return (
    <>
      <PageHeader title={t("title", { plan: CATALOGUE[choice.data.plan].name })} />
      <div className="grid max-w-form gap-5">
        <OverLimits plan={choice.data.plan} meters={meters} />
        <ChangeConfirmation slug={tenant} choice={choice.data} preview={preview} zone={zone} />
      </div>
    </>
  );
}
