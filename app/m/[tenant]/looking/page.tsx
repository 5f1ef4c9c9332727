import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalShell } from "@/components/layout/portal-shell";
import { EmptyState } from "@/components/ui/empty-state";
import { HouseDrawing } from "@/components/ui/house-drawing";
import { LinkButton } from "@/components/ui/link-button";
import { loadPortal } from "../load-portal";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy.look"))("ownTitle") };
}

/** What an admin of a community gets in place of a member's own affairs, while looking through their eyes (P15). */
export default async function LookingPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const { tenant, badges } = await loadPortal(slug, { inCommunityLook: true });
  const t = await getTranslations("privacy.look");
  return (
    <PortalShell tenant={tenant} title={t("ownTitle")} badges={badges}>
      <EmptyState
        drawing={<HouseDrawing />}
        title={t("ownTitle")}
        actions={<LinkButton href={`/m/${slug}`}>{t("ownBack")}</LinkButton>}
      >
        {t("ownBody")}
      </EmptyState>
    </PortalShell>
  );
}
