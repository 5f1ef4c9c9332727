import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalShell } from "@/components/layout/portal-shell";
import { BackLink } from "@/components/portal/back-link";
import { FeedCard } from "@/components/portal/feed-card";
import { getFeedItem } from "@/lib/announcements/queries/list-feed";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { loadPortal } from "../../load-portal";

type AnnouncementPageProps = { params: Promise<{ tenant: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("feed.one") };
}

/** One announcement: where letters and notifications lead. */
export default async function AnnouncementPage({ params }: AnnouncementPageProps) {
  const { tenant: slug, id } = await params;
  const { ctx, tenant, badges } = await loadPortal(slug, { inCommunityLook: true });
  const [t, item] = await Promise.all([getTranslations("portal.feed"), pageOr404(getFeedItem(ctx, id))]);
  return (
    <PortalShell
      tenant={tenant}
      title={t("one")}
      badges={badges}
      lead={<BackLink href={`/m/${slug}`} label={t("all")} />}
    >
      <FeedCard
        slug={slug}
        tenantId={ctx.tenantId}
        item={item}
        zone={tenant.timezone}
        mayReply={tenant.look === null}
      />
    </PortalShell>
  );
}
