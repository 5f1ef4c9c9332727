import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { buttonStyle } from "@/components/ui/button-style";
import { SectionCard } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Time } from "@/components/ui/time";
import type { PrivacyRequest } from "@/lib/privacy/types";

type ExecuteRequestProps = { slug: string; request: PrivacyRequest; zone: string };

/** Doing what was asked: the file for the person, or the way to the record that is wrong. */
export async function ExecuteRequest({ slug, request, zone }: ExecuteRequestProps) {
  const t = await getTranslations("privacy.handle");
  const { id, memberId, kind, exportedAt } = request;
  const card = `/t/${slug}/members/${memberId}`;
  if (kind === "correction")
    return (
      <SectionCard id="execute" title={t("correctTitle")} description={t("correctBody")}>
        <LinkButton href={`${card}/edit`}>{t("correct")}</LinkButton>
      </SectionCard>
    );
  if (kind === "objection")
    return (
      <SectionCard id="execute" title={t("objectTitle")} description={t("objectBody")}>
        <LinkButton href={`${card}#consents`}>{t("object")}</LinkButton>
      </SectionCard>
    );
  const file = (format: string) => `/t/${slug}/settings/privacy/requests/${id}/export?format=${format}`;
  return (
    <SectionCard id="execute" title={t("exportTitle")} description={t("exportBody")}>
      <div className="grid gap-3">
        <div className="flex flex-wrap gap-2.5">
          <a href={file("html")} download className={buttonStyle()}>
            <Icon of={Download} size={16} />
            {t("html")}
          </a>
          <a href={file("json")} download className={buttonStyle()}>
            <Icon of={Download} size={16} />
            {t("json")}
          </a>
        </div>
        {exportedAt && (
          <p className="text-ink2 text-meta">
            {t.rich("exported", { date: () => <Time at={exportedAt} zone={zone} /> })}
          </p>
        )}
      </div>
    </SectionCard>
  );
}
