import { getTranslations } from "next-intl/server";
import { Badge, type Tone } from "@/components/ui/badge";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { cancelSubscriptionAction, openPortalAction, resumeSubscriptionAction } from "@/lib/billing/actions";
import type { SubscriptionView } from "@/lib/billing/types";
import { CATALOGUE, isPlan } from "@/lib/plans/catalogue";
import { PlanTerms } from "./plan-terms";

const STATUSES = ["active", "trialing", "past_due"] as const;
const tones: Record<(typeof STATUSES)[number], Tone> = {
  active: "success",
  trialing: "info",
  past_due: "danger",
};

type PlanCardProps = { slug: string; view: SubscriptionView; zone: string };

/** The plan of today: price, next charge or end, and what can be done about it. */
export async function PlanCard({ slug, view, zone }: PlanCardProps) {
  const t = await getTranslations("billing");
  const name = isPlan(view.plan) ? CATALOGUE[view.plan].name : view.plan;
  const live = view.subscription;
  const status = STATUSES.find((one) => one === live?.status);
  return (
    <SectionCard id="plan" title={t("plan.title")}>
      <div className="grid gap-4">
        <p className="flex flex-wrap items-center gap-3">
          <strong className="font-display text-h1">{name}</strong>
          {status && <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>}
        </p>
        {live ? (
          <>
            <PlanTerms slug={slug} live={live} zone={zone} leavesAt={view.leavesAt} />
            <PlanActions slug={slug} ends={live.cancelAt !== null} isLeaving={view.leavesAt !== null} />
          </>
        ) : (
          <p className="text-ink2">{view.plan === "free" ? t("plan.free") : t("plan.given")}</p>
        )}
      </div>
    </SectionCard>
  );
}

type PlanActionsProps = { slug: string; ends: boolean; isLeaving: boolean };

/** Of an organization that is to be deleted the subscription can only be ended (T5). */
async function PlanActions({ slug, ends, isLeaving }: PlanActionsProps) {
  const t = await getTranslations("billing.plan");
  if (ends && isLeaving) return null;
  return (
    <div data-print="hide" className="flex flex-wrap gap-3">
      {!isLeaving && (
        <ActionForm
          action={openPortalAction.bind(null, slug)}
          submitLabel={t("manage")}
          submitVariant="secondary"
        >
          {null}
        </ActionForm>
      )}
      <ActionForm
        action={(ends ? resumeSubscriptionAction : cancelSubscriptionAction).bind(null, slug)}
        submitLabel={ends ? t("resume") : t("cancel")}
        submitVariant={ends ? "primary" : "danger-quiet"}
        successMessage={ends ? t("resumed") : t("cancelled")}
      >
        {null}
      </ActionForm>
    </div>
  );
}
