import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { changePlanAction } from "@/lib/billing/actions";
import type { PlanChoice } from "@/lib/billing/schema";
import { billingCurrency, planPrice } from "@/lib/plans/catalogue";
import { formatMoney, type Money } from "@/lib/shared/money";

type ChangeConfirmationProps = { slug: string; choice: PlanChoice; dueNow: Money };

/** The prorated amount before it is charged (B6). */
export async function ChangeConfirmation({ slug, choice, dueNow }: ChangeConfirmationProps) {
  const [t, locale] = await Promise.all([getTranslations("billing.change"), getLocale()]);
  const price = planPrice(choice.plan, billingCurrency(dueNow.currency), choice.interval) ?? dueNow;
  const amount = formatMoney(dueNow, locale);
  return (
    <Card className="max-w-form">
      <ActionForm
        action={changePlanAction.bind(null, slug)}
        submitLabel={t("confirm", { amount })}
        actions={
          <LinkButton variant="quiet" href={`/t/${slug}/billing`}>
            {t("back")}
          </LinkButton>
        }
      >
        <p>{t("dueNow", { amount, price: t(choice.interval, { amount: formatMoney(price, locale) }) })}</p>
        <input type="hidden" name="plan" value={choice.plan} />
        <input type="hidden" name="interval" value={choice.interval} />
      </ActionForm>
    </Card>
  );
}
