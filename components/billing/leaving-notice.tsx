import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/link-button";
import { formatDate } from "@/lib/platform/i18n/format";

type LeavingNoticeProps = { slug: string; leavesAt: Date; zone: string; mayUndo: boolean };

/** While the organization is marked for deletion: what is closed, what goes, and the way back (T5). */
export async function LeavingNotice({ slug, leavesAt, zone, mayUndo }: LeavingNoticeProps) {
  const [t, locale] = await Promise.all([getTranslations("billing.leaving"), getLocale()]);
  const undo = mayUndo && (
    <LinkButton variant="primary" href={`/t/${slug}/settings/organization#deletion`}>
      {t("undo")}
    </LinkButton>
  );
  return (
    <Alert
      tone="danger"
      title={t("title", { date: formatDate(leavesAt, { locale, zone }) })}
      {...(undo && { actions: undo })}
    >
      {t("body")}
    </Alert>
  );
}
