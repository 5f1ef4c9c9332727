import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { buttonStyle } from "@/components/ui/button-style";
import { SectionCard } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";

/** One's own data as a file, to read or for machines. */
export async function MyDataFile({ slug, tenantName }: { slug: string; tenantName: string }) {
  const t = await getTranslations("privacy.mine");
  const file = (format: string) => `/m/${slug}/me/privacy/export?format=${format}`;
  return (
    <SectionCard id="data" title={t("data")} description={t("dataHint", { tenant: tenantName })}>
      <div className="grid gap-2.5 sm:flex">
        <a href={file("html")} download className={buttonStyle("primary", "lg")}>
          <Icon of={Download} size={16} />
          {t("html")}
        </a>
        <a href={file("json")} download className={buttonStyle("secondary", "lg")}>
          <Icon of={Download} size={16} />
          {t("json")}
        </a>
      </div>
    </SectionCard>
  );
}
