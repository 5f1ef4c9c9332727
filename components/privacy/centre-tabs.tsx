import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { TabNav } from "@/components/ui/tab-nav";

type CentreHeadProps = { slug: string; current: "requests" | "consents" | "retention" };

/** What stands above every part of the privacy centre. */
export async function CentreHead({ slug, current }: CentreHeadProps) {
  const t = await getTranslations("privacy.centre");
  const base = `/t/${slug}/settings/privacy`;
  const parts = { requests: base, consents: `${base}/consents`, retention: `${base}/retention` };
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="mb-5">
        <TabNav
          label={t("parts")}
          tabs={Object.entries(parts).map(([part, href]) => ({
            href,
            label: t(part as keyof typeof parts),
            current: part === current,
          }))}
        />
      </div>
    </>
  );
}
