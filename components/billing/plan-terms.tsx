import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { ActionForm } from "@/components/ui/form";
import { keepPlanAction } from "@/lib/billing/actions";
import type { HeldDiscount, SubscriptionView } from "@/lib/billing/types";
import { CATALOGUE, isPlan } from "@/lib/plans/catalogue";
import { formatDate, formatPercent } from "@/lib/platform/i18n/format";
import { formatMoney } from "@/lib/shared/money";

type Live = NonNullable<SubscriptionView["subscription"]>;
type PlanTermsProps = { slug: string; live: Live; zone: string; leavesAt: Date | null };

/** What is paid and when, what comes after a trial or at the end of the period, and a discount that is held. */
export async function PlanTerms({ slug, live, zone, leavesAt }: PlanTermsProps) {
  const [t, locale] = await Promise.all([getTranslations("billing.plan"), getLocale()]);
  const amount = formatMoney(live.amount, locale);
  const day = (at: Date) => formatDate(at, { locale, zone });
  const price = live.interval === "year" ? t("perYear", { amount }) : t("perMonth", { amount });
  return (
    <>
      <div className="grid gap-1">
        <p>{price}</p>
        {live.status === "trialing" && live.trialEnd ? (
          <p className="text-ink2">
            {t(leavesAt ? "trialUntilGone" : "trialUntil", { date: day(live.trialEnd) })}
          </p>
        ) : (
          live.renewsAt && <p className="text-ink2">{t("renews", { date: day(live.renewsAt) })}</p>
        )}
        {live.discount && <Discount held={live.discount} currency={live.amount.currency} zone={zone} />}
        {live.cancelAt && (
          <p className="text-ink2">
            {leavesAt
              ? t("endsGone", { date: day(live.cancelAt), gone: day(leavesAt) })
              : t("ends", { date: day(live.cancelAt) })}
          </p>
        )}
      </div>
      {live.pending && !leavesAt && (
        <Pending slug={slug} pending={live.pending} date={day(live.pending.at)} />
      )}
    </>
  );
}

async function Discount({ held, currency, zone }: { held: HeldDiscount; currency: string; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations("billing.plan"), getLocale()]);
  const amount =
    held.percentOff === null
      ? formatMoney({ amountMinor: held.amountOffMinor ?? 0, currency }, locale)
      : formatPercent(held.percentOff / 100, locale);
  const date = held.endsAt && formatDate(new Date(held.endsAt), { locale, zone });
  return (
    <p className="text-mata">{date ? t("discountUntil", { amount, date }) : t("discount", { amount })}</p>
  );
}

type PendingProps = { slug: string; pending: NonNullable<Live["pending"]>; date: string };

async function Pending({ slug, pending, date }: PendingProps) {
  const t = await getTranslations("billing.plan");
  const plan = isPlan(pending.plan) ? CATALOGUE[pending.plan].name : pending.plan;
  const keep = (
    <ActionForm
      action={keepPlanAction.bind(null, slug)}
      submitLabel={t("keep")}
      submitVariant="secondary"
      successMessage={t("kept")}
    >
      {null}
    </ActionForm>
  );
  return (
    <Alert actions={keep}>{t(pending.interval === "year" ? "pendingYear" : "pending", { plan, date })}</Alert>
  );
}
