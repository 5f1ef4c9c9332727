import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { SectionCard } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";

type ContactCardProps = { slug: string; tenantName: string; unseen: number };

/** The way to the house, with how many of its answers wait. */
export async function ContactCard({ slug, tenantName, unseen }: ContactCardProps) {
  const t = await getTranslations("portal.contact");
  return (
    <SectionCard id="contact" title={t("card", { tenant: tenantName })} description={t("cardHint")}>
      <div className="flex flex-wrap items-center gap-3">
        <LinkButton href={`/m/${slug}/contact`}>{t("title")}</LinkButton>
        {unseen > 0 && (
          <Badge tone="primary" shape="full">
            {t("unseen", { count: unseen })}
          </Badge>
        )}
      </div>
    </SectionCard>
  );
}
