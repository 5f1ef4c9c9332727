import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { formatDate } from "@/lib/platform/i18n/format";

/** While the organization is marked for deletion: what is closed and what goes (T5). The banner above it has the way back. */
export async function LeavingNotice({ leavesAt, zone }: { leavesAt: Date; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations("billing.leaving"), getLocale()]);
  return (
    <Alert tone="warning" title={t("title", { date: formatDate(leavesAt, { locale, zone }) })}>
      {t("body")}
    </Alert>
  );
}
