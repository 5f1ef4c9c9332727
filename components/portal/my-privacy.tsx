import { Eye } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { formatList } from "@/lib/platform/i18n/format";

type MyPrivacyProps = {
  slug: string;
  tenantName: string;
  groups: readonly string[];
  /** Communities that one administers: P10 shows their admins to everybody in them. */
  administered: readonly string[];
};

/** Who sees one's number, in one sentence per rule that holds (P2, P3, P6, P7, P10). */
export async function MyPrivacy({ slug, tenantName, groups, administered }: MyPrivacyProps) {
  const [t, mine, locale] = await Promise.all([
    getTranslations("portal.me"),
    getTranslations("privacy.mine"),
    getLocale(),
  ]);
  return (
    <SectionCard
      id="privacy"
      title={
        <span className="inline-flex items-center gap-2">
          <Icon of={Eye} />
          {t("privacy")}
        </span>
      }
    >
      <div className="grid gap-2 break-words">
        <p>
          {groups.length > 0
            ? t("privacyGroups", { groups: formatList(groups, locale) })
            : t("privacyNoGroups")}
        </p>
        {administered.length > 0 && (
          <p>{t("privacyAdminAll", { communities: formatList(administered, locale) })}</p>
        )}
        <p>{t("privacyAdmins", { tenant: tenantName })}</p>
        <LinkButton href={`/m/${slug}/me/privacy`} size="lg" className="mt-2">
          {mine("open")}
        </LinkButton>
        <p className="text-ink2 text-meta">{mine("openBody")}</p>
      </div>
    </SectionCard>
  );
}
