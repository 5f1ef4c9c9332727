import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import type { SubscriptionView } from "@/lib/billing/types";
import { CATALOGUE, isPlan } from "@/lib/plans/catalogue";
import { AwaitBank } from "./await-bank";

type CheckoutNoticeProps = { slug: string; checkout: string | string[] | undefined; view: SubscriptionView };

/**
 * What a return from the checkout means. The address only says what to wait for; whether it is paid, webhooks say.
 */
export async function CheckoutNotice({ slug, checkout, view }: CheckoutNoticeProps) {
  if (typeof checkout !== "string") return null;
  const t = await getTranslations("billing.checkout");
  if (checkout === "left") return <Alert>{t("left")}</Alert>;
  if (checkout === "planned")
    return view.subscription?.pending ? (
      <Alert tone="success" live>
        {t("planned")}
      </Alert>
    ) : null;
  const [plan = "", interval = ""] = checkout.split("-");
  if (!isPlan(plan)) return null;
  const texts = {
    title: t("confirming"),
    body: t("confirmingBody", { plan: CATALOGUE[plan].name }),
    late: t("late"),
  };
  const isActive = view.plan === plan && view.subscription?.interval === interval;
  if (isActive)
    return (
      <Alert tone="success" live>
        {t("confirmed", { plan: CATALOGUE[plan].name })}
      </Alert>
    );
  return <AwaitBank url={`/t/${slug}/billing/confirmation`} plan={plan} interval={interval} texts={texts} />;
}
