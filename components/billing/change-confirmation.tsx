import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { changePlanAction } from "@/lib/billing/actions";
import type { PlanChoice } from "@/lib/billing/schema";
import type { PlanChangePreview } from "@/lib/billing/types";
import { billingCurrency, planPrice } from "@/lib/plans/catalogue";
import { formatDate } from "@/lib/platform/i18n/format";
import { formatMoney } from "@/lib/shared/money";

type ChangeConfirmationProps = { slug: string; choice: PlanChoice; preview: PlanChangePreview; zone: string };

/** What is charged, and when it begins, before anything happens; the very amount shown is what is charged (B6). */
export async function ChangeConfirmation({ slug, choice, preview, zone }: ChangeConfirmationProps) {
  const [t, locale] = await Promise.all([getTranslations("billing.change"), getLocale()]);
  const { dueNow, effectiveAt, prorationDate } = preview;
  const full = planPrice(choice.plan, billingCurrency(dueNow.currency), choice.interval) ?? dueNow;
  const price = t(choice.interval, { amount: formatMoney(full, locale) });
  const amount = formatMoney(dueNow, locale);
  const date = effectiveAt && formatDate(effectiveAt, { locale, zone });
  return (
    <Card>
      <ActionForm
        action={changePlanAction.bind(null, slug)}
        submitLabel={date ? t("confirmLater", { date }) : t("confirm", { amount })}
        actions={
          <LinkButton variant="quiet" href={`/t/${slug}/billing`}>
            {t("back")}
          </LinkButton>
        }
      >
        <p>{date ? t("later", { date, price }) : t("dueNow", { amount, price })}</p>
        <input type="hidden" name="plan" value={choice.plan} />
        <input type="hidden" name="interval" value={choice.interval} />
        {date ? (
          <input type="hidden" name="later" value="yes" />
        ) : (
          <input type="hidden" name="prorationDate" value={prorationDate} />
        )}
      </ActionForm>
    </Card>
  );
}
