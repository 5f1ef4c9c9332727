import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { ActionForm } from "@/components/ui/form";
import { openPortalAction } from "@/lib/billing/actions";
import { formatDate } from "@/lib/platform/i18n/format";

type OverdueBannerProps = { slug: string; closesAt: Date; zone: string };

/** A payment did not go through: what happens next, and the way to pay (B6). For those who see billing only. */
export async function OverdueBanner({ slug, closesAt, zone }: OverdueBannerProps) {
  const [t, locale] = await Promise.all([getTranslations("billing.overdue"), getLocale()]);
  return (
    <aside aria-label={t("title")}>
      <Alert tone="danger" title={t("title")} actions={<PayNow slug={slug} label={t("pay")} />}>
        {t("body", { date: formatDate(closesAt, { locale, zone }) })}
      </Alert>
    </aside>
  );
}

/** To Stripe's own page, where the card is changed and the open invoice paid. */
export function PayNow({ slug, label }: { slug: string; label: string }) {
  return (
    <ActionForm action={openPortalAction.bind(null, slug)} submitLabel={label} submitVariant="primary">
      {null}
    </ActionForm>
  );
}
